package jmonit.os.live;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

import jmonit.model.Tls;
import jmonit.os.Wire;

/** A TCP connection, encrypted or not. */
final class StreamWire implements Wire {

    private final Socket socket;
    private final Timing timing;
    private final Authorities authorities;
    private boolean spoken;
    private boolean hurried;

    private StreamWire(Socket socket, Timing timing, Authorities authorities) {
        this.socket = socket;
        this.timing = timing;
        this.authorities = authorities;
    }

    static Wire to(InetSocketAddress address, String source, TimedSocket socket, Duration resolve, Authorities authorities) throws IOException {
        var begun = System.nanoTime();
        try {
            Source.bind(source, socket::bind);
            open(socket, address);
            return new StreamWire(socket, Timing.since(resolve, begun), authorities);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static void open(TimedSocket socket, InetSocketAddress address) throws IOException {
        try {
            socket.open(address);
        } catch (IOException e) {
            throw Spoken.failure(e);
        }
    }

    /** Java takes 0 for "for ever". */
    static int milliseconds(Duration patience) {
        return Math.clamp(patience.toMillis(), 1, Integer.MAX_VALUE);
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        try {
            if (spoken && !hurried) {
                hurry();
            }
            spoken = true;
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw Spoken.failure(e);
        }
    }

    /** From the second question on: it must not wait for the acknowledgement of the one before. */
    private void hurry() throws IOException {
        hurried = true;
        socket.setTcpNoDelay(true);
    }

    @Override
    public int receive(byte[] into) throws IOException {
        try {
            return socket.getInputStream().read(into);
        } catch (IOException e) {
            throw Spoken.late(e) ? new IOException(NO_ANSWER, e) : Spoken.failure(e);
        }
    }

    @Override
    public void listen(Duration moment) {
        // A stream that nobody takes is refused when it is opened.
    }

    @Override
    public Encrypted encrypted(Tls how, String host, List<String> protocols) throws IOException {
        hurry();
        var secured = new Handshake(how, authorities).over(socket, host, protocols);
        return new Encrypted(new StreamWire(secured, timing, authorities), Handshake.expiry(secured));
    }

    @Override
    public String here() {
        return Spoken.place(socket.getLocalAddress(), socket.getLocalPort());
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
            socket.close();
        } catch (IOException e) {
            // What the test had to say it has said.
        }
    }
}
