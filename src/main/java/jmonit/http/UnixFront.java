package jmonit.http;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jdk.net.ExtendedSocketOptions;
import jmonit.os.Ticker;

/** The server at a Unix socket: a virtual thread for each connection, one request each. Owns the socket, and removes it at the end. */
final class UnixFront implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UnixFront.class);
    private static final int MOST = 2048;
    private static final int BACKLOG = 512;
    /** For a whole connection, and more than an attempt after too many mistakes has to wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SLOW = Duration.ofSeconds(10);
    /** More than a feed is ever silent. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final ServerSocketChannel server;
    private final Path path;
    private final Desk desk;
    private final ExecutorService threads;
    private final Semaphore places = new Semaphore(MOST);

    /** What each connection is served with. */
    record Desk(Switchboard board, boolean readOnly, InstantSource clock, Ticker ticker) {
    }

    private UnixFront(ServerSocketChannel server, Path path, Desk desk, ExecutorService threads) {
        this.server = server;
        this.path = path;
        this.desk = desk;
        this.threads = threads;
    }

    static UnixFront open(String path, Map<String, Object> attributes, Desk desk, ExecutorService threads) throws IOException {
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            Path place = Path.of(path);
            removeOld(place);
            server.bind(UnixDomainSocketAddress.of(place), BACKLOG);
            for (var attribute : attributes.entrySet()) {
                Files.setAttribute(place, attribute.getKey(), attribute.getValue());
            }
            var front = new UnixFront(server, place, desk, threads);
            threads.execute(front::listen);
            return front;
        } catch (IOException | InvalidPathException e) {
            server.close();
            throw new IOException("cannot listen on the Unix socket " + path + ": " + e.getMessage(), e);
        }
    }

    /** Only what is a socket: a typing mistake must not cost a file. */
    private static void removeOld(Path place) throws IOException {
        if (Files.exists(place) && Files.readAttributes(place, BasicFileAttributes.class).isOther()) {
            Files.delete(place);
        }
    }

    private void listen() {
        while (server.isOpen()) {
            try {
                take(server.accept());
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.error("No connection could be taken at the Unix socket {} -- {}", path, e.getMessage());
                pause();
            }
        }
    }

    /** Out of file descriptors, most likely: they come back, and trying again at once would only fill the log. */
    private void pause() {
        try {
            desk.ticker().pause(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(SocketChannel client) throws IOException {
        if (places.tryAcquire()) {
            threads.execute(() -> attend(client));
        } else {
            client.close();
        }
    }

    private void attend(SocketChannel client) {
        var patience = new Patience();
        threads.execute(() -> patience.watch(client, PATIENCE));
        try (client) {
            serve(client, patience);
        } catch (IOException e) {
            LOG.debug("A client of the Unix socket {} went away -- {}", path, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("A fault in jmonit: an answer has no end", e);
        } finally {
            patience.over();
            places.release();
        }
    }

    private void serve(SocketChannel client, Patience patience) throws IOException, InterruptedException {
        Response response = answer(client);
        if (response.delay().isPositive()) {
            desk.ticker().pause(response.delay());
        }
        HttpWriter.write(response, desk.clock().instant(), client);
        for (Feed feed : response.feed()) {
            feed.write(bytes -> send(bytes, client, patience));
        }
    }

    /** What is written over time has time between, but whoever reads it has to keep up. */
    private static void send(byte[] bytes, SocketChannel client, Patience patience) throws IOException {
        patience.allow(SLOW);
        HttpWriter.whole(ByteBuffer.wrap(bytes), client);
        patience.allow(PAUSE);
    }

    private Response answer(SocketChannel client) throws IOException, InterruptedException {
        var reader = new HttpReader(client);
        try {
            var peer = client.getOption(ExtendedSocketOptions.SO_PEERCRED);
            var caller = new Caller(new Client.Local(peer.user().getName(), peer.group().getName()), desk.readOnly());
            return desk.board().router().answer(Request.of(reader.read(), caller));
        } catch (Malformed e) {
            return desk.board().router().malformed(e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("The Unix socket {} was not removed -- {}", path, e.getMessage());
        }
    }
}
