package jmonit.os.live;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

import jmonit.model.Tls;
import jmonit.os.Wire;

/** Datagrams to and from one UDP port. Connected, so that the kernel tells when nobody is there. */
final class DatagramWire implements Wire {

    private final DatagramSocket socket;
    private final Timing timing;

    private DatagramWire(DatagramSocket socket, Timing timing) {
        this.socket = socket;
        this.timing = timing;
    }

    static Wire to(InetSocketAddress address, String source, Duration patience, Duration resolve) throws IOException {
        var socket = new DatagramSocket(null);
        var begun = System.nanoTime();
        try {
            Source.bind(source, socket::bind);
            connect(socket, address, StreamWire.milliseconds(patience));
            return new DatagramWire(socket, Timing.since(resolve, begun));
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static void connect(DatagramSocket socket, InetSocketAddress address, int patience) throws IOException {
        try {
            socket.setSoTimeout(patience);
            socket.connect(address);
        } catch (IOException e) {
            throw Spoken.failure(e);
        }
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        try {
            socket.send(new DatagramPacket(bytes, bytes.length));
        } catch (IOException e) {
            throw Spoken.failure(e);
        }
    }

    @Override
    public int receive(byte[] into) throws IOException {
        var packet = new DatagramPacket(into, into.length);
        try {
            socket.receive(packet);
            return packet.getLength();
        } catch (IOException e) {
            throw Spoken.late(e) ? new IOException(NO_ANSWER, e) : Spoken.failure(e);
        }
    }

    @Override
    public void listen(Duration moment) throws IOException {
        var patience = socket.getSoTimeout();
        try {
            socket.setSoTimeout(Math.min(patience, StreamWire.milliseconds(moment)));
            socket.receive(new DatagramPacket(new byte[1], 1));
        } catch (IOException e) {
            // Silence is what an open port answers.
            if (!Spoken.late(e)) {
                throw Spoken.failure(e);
            }
        } finally {
            socket.setSoTimeout(patience);
        }
    }

    @Override
    public Encrypted encrypted(Tls how, String host, List<String> protocols) throws IOException {
        throw new IOException("datagrams are not encrypted");
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
        socket.close();
    }
}
