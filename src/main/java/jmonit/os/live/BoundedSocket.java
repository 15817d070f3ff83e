package jmonit.os.live;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** A connection whose other side can neither talk nor drip for ever: it has so much time and so many bytes, then reading fails. */
final class BoundedSocket extends Socket {

    /** What is sent at once fits in here, so that no writing waits for a server that does not read. */
    private static final int ROOM = 1 << 18;

    private volatile long end;
    private volatile long left;

    /** {@code host} is what the server was asked for by; nobody has to look its name up again. */
    static BoundedSocket to(String host, InetAddress address, int port, Duration patience) throws IOException {
        var socket = new BoundedSocket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSendBufferSize(ROOM);
            socket.setSoTimeout(StreamWire.milliseconds(patience));
            socket.grant(patience, ROOM);
            var named = InetAddress.getByAddress(host, address.getAddress());
            socket.connect(new InetSocketAddress(named, port), StreamWire.milliseconds(patience));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw Spoken.failure(e);
        }
    }

    void grant(Duration time, long bytes) {
        end = System.nanoTime() + time.toNanos();
        left = bytes;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Bounded(super.getInputStream());
    }

    private final class Bounded extends FilterInputStream {

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            check();
            int count = super.read(into, offset, length);
            left -= Math.max(0, count);
            check();
            return count;
        }

        private void check() throws IOException {
            if (left < 0) {
                throw new IOException("the server does not stop talking");
            }
            if (System.nanoTime() - end > 0) {
                throw new IOException("the server takes too long");
            }
        }
    }
}
