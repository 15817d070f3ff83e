package jmonit.os.live;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import jmonit.model.Tls;
import jmonit.os.Wire;

/** Datagrams to a Unix socket. Ours has no name, so nobody can answer. */
final class UnixDatagramWire implements Wire {

    private final NativeSocket socket;
    private final Timing timing;

    private UnixDatagramWire(NativeSocket socket, Timing timing) {
        this.socket = socket;
        this.timing = timing;
    }

    static Wire to(String path) throws IOException {
        var begun = System.nanoTime();
        var socket = NativeSocket.open(NativeSocket.UNIX, NativeSocket.DATAGRAM, 0);
        try {
            socket.connect(path);
            return new UnixDatagramWire(socket, Timing.since(Duration.ZERO, begun));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        socket.send(bytes);
    }

    @Override
    public int receive(byte[] into) throws IOException {
        throw new IOException(NO_ANSWER);
    }

    @Override
    public void listen(Duration moment) {
        // The kernel has said already whether somebody is there.
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
        socket.close();
    }
}
