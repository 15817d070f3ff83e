package jmonit.os.live;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * A socket whose waits end after its patience, and all together after ten times that: a server that says a byte a second, even during a
 * handshake, holds nobody up for hours.
 */
final class TimedSocket extends Socket {

    static final int WAITS = 10;

    private final long patience;
    private final long end;

    TimedSocket(Duration patience) {
        // Whoever watches a server wants to know about that server; and each look for a proxy costs more than the connection.
        super(Proxy.NO_PROXY);
        this.patience = patience.toNanos();
        this.end = System.nanoTime() + WAITS * this.patience;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Timed(super.getInputStream());
    }

    private final class Timed extends FilterInputStream {

        private Timed(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            await();
            return super.read();
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            await();
            return super.read(into, from, most);
        }

        private void await() throws IOException {
            var left = Math.min(patience, end - System.nanoTime());
            if (left <= 0) {
                throw new SocketTimeoutException("the server answers too slowly");
            }
            setSoTimeout(StreamWire.milliseconds(Duration.ofNanos(left)));
        }
    }
}
