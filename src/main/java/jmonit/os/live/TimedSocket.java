package jmonit.os.live;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * A socket whose waits end after its patience, and all together after ten times that: a server that says a byte a second, even during a
 * handshake, holds nobody up for hours. It is closed when a wait was too long; whatever is asked of it then says that, too.
 * An enduring one stays open: who asks it knows when to give up.
 */
final class TimedSocket extends Socket implements Deadlines.Wait {

    private static final int WAITS = 10;
    private static final Duration ENDURANCE = Duration.ofDays(1);
    private static final long LEAST = 1_000_000;

    private final Deadlines deadlines;
    private final boolean enduring;
    private final long patience;
    private final long end;
    private volatile long due;
    private volatile boolean expired;

    TimedSocket(Duration patience, boolean enduring, Deadlines deadlines) {
        // Whoever watches a server wants to know about that server; and each look for a proxy costs more than the connection.
        super(Proxy.NO_PROXY);
        this.deadlines = deadlines;
        this.enduring = enduring;
        this.patience = Math.max(patience.toNanos(), LEAST);
        this.end = deadlines.now() + whole(Duration.ofNanos(this.patience), enduring).toNanos();
    }

    /** How long a conversation may take. */
    static Duration whole(Duration patience, boolean enduring) {
        return enduring ? ENDURANCE : patience.multipliedBy(WAITS);
    }

    /** Within the patience. */
    void open(InetSocketAddress address) throws IOException {
        due = Math.min(deadlines.now() + patience, end);
        deadlines.add(this);
        try {
            connect(address);
            setSoTimeout(enduring ? StreamWire.milliseconds(Duration.ofNanos(patience)) : 0);
        } catch (IOException e) {
            throw expired ? new SocketTimeoutException("Connect timed out") : e;
        } finally {
            due = end;
        }
    }

    @Override
    public long due() {
        return due;
    }

    @Override
    public long patience() {
        return patience;
    }

    @Override
    public void expire() {
        expired = true;
        shut();
    }

    private void shut() {
        try {
            super.close();
        } catch (IOException e) {
            // Nobody uses it any more.
        }
    }

    @Override
    public void close() throws IOException {
        deadlines.remove(this);
        super.close();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        if (expired) {
            throw late();
        }
        return enduring ? super.getInputStream() : new Timed(super.getInputStream());
    }

    private static SocketTimeoutException late() {
        return new SocketTimeoutException("Read timed out");
    }

    private final class Timed extends FilterInputStream {

        private Timed(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            due = Math.min(deadlines.now() + patience, end);
            try {
                return super.read(into, from, most);
            } catch (IOException e) {
                throw expired ? late() : e;
            } finally {
                due = end;
            }
        }
    }
}
