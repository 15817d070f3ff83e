package jmonit.os.live;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import jmonit.os.Pinger;

/**
 * Echo requests of one family and their answers, told apart by eight bytes of their payload. All answers come to one socket; one platform
 * thread reads it, and only while somebody waits.
 */
final class Echoes implements AutoCloseable {

    private static final int HEADER = 8;
    private static final int ROOM = 2048;
    /** For the answers of thousands of machines at once. */
    private static final int ROOM_FOR_ALL = 4 << 20;
    private static final int LINGER_MILLISECONDS = 200;

    private final IcmpKind kind;
    private final NativeSocket socket;
    private final boolean raw;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, BlockingQueue<Instant>> waiting = new HashMap<>();
    private long nextToken = System.nanoTime();
    private boolean listening;
    private boolean closed;

    private Echoes(IcmpKind kind, NativeSocket socket, boolean raw) {
        this.kind = kind;
        this.socket = socket;
        this.raw = raw;
    }

    /** Raw where we may; else the kind of socket that some machines lend to everybody. */
    static Echoes open(IcmpKind kind) throws IOException {
        var echoes = opened(kind);
        echoes.socket.room(ROOM_FOR_ALL);
        echoes.socket.arrived();
        return echoes;
    }

    private static Echoes opened(IcmpKind kind) throws IOException {
        try {
            var socket = NativeSocket.open(kind.family(), NativeSocket.RAW, kind.protocol());
            socket.option(kind.filterLevel(), 1, kind.answersOnly());
            return new Echoes(kind, socket, true);
        } catch (IOException e) {
            return new Echoes(kind, datagram(kind), false);
        }
    }

    private static NativeSocket datagram(IcmpKind kind) throws IOException {
        try {
            return NativeSocket.open(kind.family(), NativeSocket.DATAGRAM, kind.protocol());
        } catch (IOException e) {
            throw new Pinger.Forbidden("no permission to create a raw socket, please add the CAP_NET_RAW capability or run as root");
        }
    }

    /** One request; empty-handed after {@code patience} it throws. */
    Duration ask(InetAddress to, String source, int size, int sequence, Duration patience) throws IOException, InterruptedException {
        var answer = new ArrayBlockingQueue<Instant>(1);
        var token = register(answer);
        try {
            var request = request(token, size, sequence);
            var begun = System.nanoTime();
            var sent = send(request, to, source);
            var came = answer.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (came == null) {
                throw new IOException("no response within " + Spoken.time(patience));
            }
            return between(sent, came, Duration.ofNanos(System.nanoTime() - begun));
        } finally {
            forget(token);
        }
    }

    /** The wall clock may have been set meanwhile. */
    private static Duration between(Instant sent, Instant came, Duration most) {
        var took = Duration.between(sent, came);
        return took.isNegative() || took.compareTo(most) > 0 ? most : took;
    }

    private Instant send(byte[] request, InetAddress to, String source) throws IOException {
        if (source.isEmpty()) {
            return socket.send(request, to);
        }
        if (!raw) {
            throw new Pinger.Forbidden("a source address needs the CAP_NET_RAW capability or root");
        }
        // The answer still comes to the common socket: a raw socket that is not bound sees them all.
        try (var bound = NativeSocket.open(kind.family(), NativeSocket.RAW, kind.protocol())) {
            Source.bind(source, local -> bind(bound, local.getAddress(), to));
            return bound.send(request, to);
        }
    }

    /** To a raw socket of version 4 the kernel binds an address of version 6 as none at all. */
    private static void bind(NativeSocket socket, InetAddress local, InetAddress to) throws IOException {
        if (IcmpKind.of(local) != IcmpKind.of(to)) {
            throw new IOException("Address family not supported by protocol");
        }
        socket.bind(local);
    }

    private byte[] request(long token, int size, int sequence) {
        var request = ByteBuffer.allocate(HEADER + Math.max(size, Long.BYTES));
        request.put((byte) kind.request()).put((byte) 0).putShort((short) 0);
        request.putShort((short) ProcessHandle.current().pid()).putShort((short) sequence).putLong(token);
        return request.putShort(2, checksum(request)).array();
    }

    /** The sum of all words in ones' complement; for IPv6 the kernel writes its own. */
    private static short checksum(ByteBuffer packet) {
        var sum = 0;
        for (var i = 0; i < packet.capacity(); i += 2) {
            sum += (packet.get(i) & 0xff) << 8 | (i + 1 < packet.capacity() ? packet.get(i + 1) & 0xff : 0);
        }
        sum = (sum >>> 16) + (sum & 0xffff);
        return (short) ~(sum + (sum >>> 16));
    }

    private long register(BlockingQueue<Instant> answer) throws IOException {
        lock.lock();
        try {
            if (closed) {
                throw new IOException("shutting down");
            }
            var token = nextToken++;
            waiting.put(token, answer);
            if (!listening) {
                listening = true;
                Thread.ofPlatform().daemon().name("jmonit-ping-" + kind.family()).start(this::listen);
            }
            return token;
        } finally {
            lock.unlock();
        }
    }

    private void forget(long token) {
        lock.lock();
        try {
            waiting.remove(token);
        } finally {
            lock.unlock();
        }
    }

    private void listen() {
        while (wanted()) {
            if (socket.readable(LINGER_MILLISECONDS)) {
                accept(socket.receive(ROOM), socket.arrived());
            }
        }
    }

    /** The thread that is told no ends, and the next question starts another. */
    private boolean wanted() {
        lock.lock();
        try {
            listening = !waiting.isEmpty() && !closed;
            if (closed) {
                socket.close();
            }
            return listening;
        } finally {
            lock.unlock();
        }
    }

    private void accept(byte[] packet, Instant at) {
        var start = raw ? kind.headerLength(packet) : 0;
        if (packet.length < start + HEADER + Long.BYTES || packet[start] != kind.answer()) {
            return;
        }
        lock.lock();
        try {
            var asker = waiting.remove(ByteBuffer.wrap(packet).getLong(start + HEADER));
            if (asker != null) {
                asker.add(at);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The listening thread, where there is one, must not find the descriptor of somebody else. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed && !listening) {
                socket.close();
            }
            closed = true;
        } finally {
            lock.unlock();
        }
    }
}
