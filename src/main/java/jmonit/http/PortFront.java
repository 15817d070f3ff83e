package jmonit.http;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;

import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Sequence;
import org.xnio.SslClientAuthMode;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import jmonit.os.Ticker;

/**
 * The server at TCP ports. One thread moves the bytes of all connections and waits for nobody; a request that is there whole
 * is answered on a virtual thread. Loaded only where a port is open.
 */
final class PortFront implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 4096;
    private static final int MOST_REQUESTS = 256;
    private static final int BUFFER = 8 * 1024;
    /** Kept by none of the threads, of which each answers once: what such a thread keeps is lost until its finalizer runs. */
    private static final int BUFFERS = 64;
    static final Duration PATIENCE = Duration.ofSeconds(10);
    /** For a whole exchange, and more than an attempt after too many mistakes has to wait. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final Undertow server;

    /** A listener: an empty address stands for all of them, no {@code tls} for none. */
    record Port(int number, String address, List<ServerTls> tls, boolean readOnly) {
    }

    /** What each request is served with. */
    record Desk(Switchboard board, InstantSource clock, Ticker ticker, ExecutorService threads) {
    }

    static {
        // The server would show itself to Java's own consoles, which nobody connects here, and look for other loggers: 450 classes.
        System.setProperty("jboss.threads.eqe.disable-mbean", "true");
        System.setProperty("javax.management.builder.initial", "none");
        System.setProperty("org.jboss.logging.provider", "slf4j");
    }

    private PortFront(Undertow server) {
        this.server = server;
    }

    static PortFront open(List<Port> ports, Desk desk) throws IOException {
        var server = builder();
        var places = new Semaphore(MOST_REQUESTS);
        ports.forEach(p -> server.addListener(listener(p, new HttpContinueReadHandler(new PortCounter(desk, places, p.readOnly())))));
        var front = new PortFront(server.build());
        try {
            front.server.start();
            return front;
        } catch (RuntimeException e) {
            front.close();
            throw new IOException("cannot listen on " + names(ports) + ": " + reason(e), e);
        }
    }

    private static String names(List<Port> ports) {
        return String.join(", ", ports.stream().map(p -> "[" + (p.address().isEmpty() ? "*" : p.address()) + "]:" + p.number()).toList());
    }

    private static String reason(RuntimeException e) {
        return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    }

    private static Undertow.Builder builder() {
        int patience = (int) PATIENCE.toMillis();
        return Undertow.builder().setIoThreads(1).setWorkerThreads(1).setByteBufferPool(new DefaultByteBufferPool(false, BUFFER, BUFFERS, 0))
                .setWorkerOption(Options.WORKER_NAME, "jmonit-web")
                .setSocketOption(Options.CONNECTION_HIGH_WATER, MOST_CONNECTIONS)
                .setSocketOption(Options.CONNECTION_LOW_WATER, MOST_CONNECTIONS)
                .setSocketOption(Options.BACKLOG, 512)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, patience)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, patience)
                .setServerOption(UndertowOptions.IDLE_TIMEOUT, (int) LONGEST.toMillis())
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, HttpReader.LARGEST_HEAD)
                .setServerOption(UndertowOptions.MAX_HEADERS, HttpReader.MOST_HEADERS)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, (long) HttpReader.LARGEST_BODY)
                .setServerOption(UndertowOptions.DECODE_URL, false)
                .setServerOption(UndertowOptions.ENABLE_HTTP2, false)
                .setServerOption(UndertowOptions.ALWAYS_SET_DATE, false)
                .setServerOption(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false);
    }

    private static Undertow.ListenerBuilder listener(Port port, HttpHandler handler) {
        var listener = new Undertow.ListenerBuilder().setPort(port.number()).setHost(port.address().isEmpty() ? "::" : port.address())
                .setRootHandler(handler).setType(Undertow.ListenerType.HTTP);
        port.tls().forEach(tls -> listener.setType(Undertow.ListenerType.HTTPS).setSslContext(tls.context())
                .setOverrideSocketOptions(OptionMap.builder().set(Options.SSL_CLIENT_AUTH_MODE,
                        tls.clientsShow() ? SslClientAuthMode.REQUIRED : SslClientAuthMode.NOT_REQUESTED)
                        .set(Options.SSL_ENABLED_PROTOCOLS, Sequence.of(tls.versions())).getMap()));
        return listener;
    }

    @Override
    public void close() {
        server.stop();
    }
}
