package jmonit.http;

import static io.undertow.util.Headers.DATE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Sequence;
import org.xnio.SslClientAuthMode;
import org.xnio.XnioExecutor;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import io.undertow.util.Protocols;
import jmonit.os.Ticker;

/**
 * The server at TCP ports. One thread moves the bytes of all connections and waits for nobody; a request that is there whole
 * is answered on a virtual thread. Loaded only where a port is open.
 */
final class PortFront implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PortFront.class);
    private static final int MOST_CONNECTIONS = 4096;
    private static final int MOST_REQUESTS = 256;
    private static final AttachmentKey<XnioExecutor.Key> END = AttachmentKey.create(XnioExecutor.Key.class);
    private static final int BUFFER = 8 * 1024;
    /** Kept by none of the threads, of which each answers once: what such a thread keeps is lost until its finalizer runs. */
    private static final int BUFFERS = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** For a whole exchange, and more than an attempt after too many mistakes has to wait. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

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
        ports.forEach(p -> server.addListener(listener(p, new HttpContinueReadHandler(new Counter(desk, places, p.readOnly())))));
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

    /** Where requests of one listener are taken. On the thread of all connections: nothing here may wait. */
    private record Counter(Desk desk, Semaphore places, boolean readOnly) implements HttpHandler {

        @Override
        public void handleRequest(HttpServerExchange exchange) {
            XnioExecutor.Key end = exchange.getIoThread().executeAfter(() -> cutOff(exchange), LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            exchange.putAttachment(END, end);
            exchange.addExchangeCompleteListener((_, next) -> {
                end.remove();
                next.proceed();
            });
            receive(exchange);
        }

        private static void cutOff(HttpServerExchange exchange) {
            LOG.debug("A client was too slow: {}", exchange.getSourceAddress());
            close(exchange);
        }

        private void receive(HttpServerExchange exchange) {
            try {
                HttpReader.length(headers(exchange));
            } catch (Malformed e) {
                exchange.setPersistent(false);
                send(exchange, desk.board().router().malformed(e.getMessage()));
                return;
            }
            exchange.getRequestReceiver().setMaxBufferSize(HttpReader.LARGEST_BODY);
            exchange.getRequestReceiver().receiveFullBytes(this::dispatch, (x, _) -> close(x));
        }

        /** Only now, where all of it is there: whoever sends slowly takes no place from others. */
        private void dispatch(HttpServerExchange exchange, byte[] body) {
            if (!places.tryAcquire()) {
                send(exchange, desk.board().router().failed(Status.UNAVAILABLE, "Too many requests at once"));
                return;
            }
            exchange.dispatch(desk.threads(), x -> {
                try {
                    answer(x, body);
                } finally {
                    places.release();
                }
            });
        }

        private void answer(HttpServerExchange exchange, byte[] body) throws InterruptedException {
            var client = new Client.Remote(exchange.getSourceAddress().getAddress());
            if (!desk.board().router().open(client)) {
                close(exchange);
                return;
            }
            Response response = answer(exchange, body, new Caller(client, readOnly));
            if (response.delay().isPositive()) {
                desk.ticker().pause(response.delay());
            }
            send(exchange, response);
            response.feed().forEach(feed -> feed(exchange, feed));
        }

        private Response answer(HttpServerExchange exchange, byte[] body, Caller caller) throws InterruptedException {
            try {
                if (exchange.getProtocol().equals(Protocols.HTTP_0_9)) {
                    throw new Malformed(Malformed.REQUEST);
                }
                var raw = new Raw(exchange.getRequestMethod().toString(), target(exchange), headers(exchange), body);
                return desk.board().router().answer(Request.of(raw, caller));
            } catch (Malformed e) {
                exchange.setPersistent(false);
                return desk.board().router().malformed(e.getMessage());
            }
        }

        private static String target(HttpServerExchange exchange) {
            String query = exchange.getQueryString();
            return exchange.getRequestURI() + (query.isEmpty() ? "" : "?" + query);
        }

        private static Headers headers(HttpServerExchange exchange) {
            HeaderMap map = exchange.getRequestHeaders();
            var headers = new ArrayList<Header>();
            map.forEach(values -> values.forEach(v -> headers.add(new Header(values.getHeaderName().toString(), v))));
            return new Headers(headers);
        }

        /** Who speaks HTTP/1.0 gets what Monit sends; who speaks HTTP/1.1 may ask for more over the same connection. */
        private void send(HttpServerExchange exchange, Response response) {
            exchange.setStatusCode(response.status().code());
            exchange.setReasonPhrase(response.status().words());
            // The server's own way is a format of dates, with all names of months of the locale, made anew for each thread.
            exchange.getResponseHeaders().put(DATE, HttpDate.of(desk.clock().instant()));
            response.headers().forEach(h -> exchange.getResponseHeaders().add(name(h.name()), h.value()));
            if (response.feed().isEmpty()) {
                exchange.getResponseSender().send(ByteBuffer.wrap(response.body()));
            }
        }

        /** When this call is over, and with it the place among those that are answered: it may take long. */
        private void feed(HttpServerExchange exchange, Feed feed) {
            exchange.getAttachment(END).remove();
            exchange.dispatch(desk.threads(), () -> {
                var sink = new PortSink(exchange, PATIENCE);
                try {
                    feed.write(sink);
                    sink.end();
                } catch (IOException e) {
                    LOG.debug("A client went away: {} -- {}", exchange.getSourceAddress(), e.getMessage());
                    sink.cutOff();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    sink.cutOff();
                } catch (RuntimeException e) {
                    LOG.error("A fault in jmonit: an answer has no end", e);
                    sink.cutOff();
                }
            });
        }

        /** Most names are known beforehand, and cost nothing. */
        private static HttpString name(String name) {
            return HttpString.tryFromString(name);
        }

        private static void close(HttpServerExchange exchange) {
            IoUtils.safeClose(exchange.getConnection());
        }
    }
}
