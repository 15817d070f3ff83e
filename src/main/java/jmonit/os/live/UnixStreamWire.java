package jmonit.os.live;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.List;

import jmonit.model.Tls;
import jmonit.os.Wire;

/** A stream to a Unix socket. Its channel knows no patience of its own, so a selector waits for it. */
final class UnixStreamWire implements Wire {

    private final SocketChannel channel;
    private final Duration patience;
    private final Timing timing;
    private final long end;

    private UnixStreamWire(SocketChannel channel, Duration patience, boolean enduring, Timing timing) {
        this.channel = channel;
        this.patience = patience;
        this.timing = timing;
        this.end = System.nanoTime() + TimedSocket.whole(patience, enduring).toNanos();
    }

    static Wire to(String path, Duration patience, boolean enduring) throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        var begun = System.nanoTime();
        try {
            channel.configureBlocking(false);
            // Where the queue of the server is full the kernel does not wait but says so at once.
            if (!channel.connect(UnixDomainSocketAddress.of(path))) {
                throw new IOException(NO_ANSWER);
            }
            return new UnixStreamWire(channel, patience, enduring, Timing.since(Duration.ZERO, begun));
        } catch (IOException | InvalidPathException e) {
            channel.close();
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        var rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            if (channel.write(rest) == 0) {
                await(SelectionKey.OP_WRITE);
            }
        }
    }

    @Override
    public int receive(byte[] into) throws IOException {
        var count = channel.read(ByteBuffer.wrap(into));
        if (count != 0) {
            return count;
        }
        await(SelectionKey.OP_READ);
        return channel.read(ByteBuffer.wrap(into));
    }

    private void await(int readiness) throws IOException {
        var left = Math.min(patience.toNanos(), end - System.nanoTime());
        try (var selector = Selector.open()) {
            channel.register(selector, readiness);
            if (left <= 0 || selector.select(StreamWire.milliseconds(Duration.ofNanos(left))) == 0) {
                throw new IOException(NO_ANSWER);
            }
        }
    }

    @Override
    public void listen(Duration moment) {
        // A stream that nobody takes is refused when it is opened.
    }

    @Override
    public Encrypted encrypted(Tls how, String host, List<String> protocols) throws IOException {
        throw new IOException("a Unix socket is not encrypted");
    }

    @Override
    public String here() {
        return "localhost:0";
    }

    @Override
    public Phases phases() {
        return timing.phases();
    }

    @Override
    public Duration elapsed() {
        return timing.elapsed();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // What the test had to say it has said.
        }
    }
}
