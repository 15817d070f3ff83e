package jmonit.os.live;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.time.Duration;

/** epoll(7), as far as it takes to wait for file descriptors to become readable. Each is known by a token of the caller's choosing. */
final class Epoll implements AutoCloseable {

    private static final MemorySegment CREATE = LibC.function("epoll_create1");
    private static final MemorySegment CONTROL = LibC.function("epoll_ctl");
    private static final MemorySegment WAIT = LibC.function("epoll_wait");
    private static final MemorySegment CLOSE = LibC.function("close");
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int ADD = 1;
    private static final int MODIFY = 3;
    private static final int READABLE = 1;
    private static final int ONCE = 1 << 30;
    private static final int BATCH = 64;
    // The struct is packed on x86 only.
    private static final int TOKEN = System.getProperty("os.arch").equals("amd64") ? 4 : 8;
    private static final int EVENT = TOKEN + Long.BYTES;
    private static final int EVENTS = Room.FREE;

    private final int epoll;

    Epoll() throws IOException {
        epoll = LibC.ask(CREATE, CLOSE_ON_EXEC, 0, 0, 0, 0, 0);
        if (epoll < 0) {
            throw new IOException("cannot watch for the end of processes: " + Refusal.of(-epoll));
        }
    }

    /**
     * Tells of it once. A closed descriptor would be told of again and again as long as a program that is just being started holds a copy of
     * it, and on a busy machine that takes a while.
     */
    void add(int descriptor, long token) throws IOException {
        control(ADD, descriptor, token);
    }

    /** Tells of it once more. */
    void again(int descriptor, long token) throws IOException {
        control(MODIFY, descriptor, token);
    }

    private void control(int operation, int descriptor, long token) throws IOException {
        try (var room = Room.of(EVENTS + EVENT)) {
            room.bytes().putInt(EVENTS, READABLE | ONCE).putLong(EVENTS + TOKEN, token);
            var answer = LibC.ask(room, CONTROL, epoll, operation, descriptor, room.at(EVENTS), 0, 0);
            if (answer < 0) {
                throw new IOException("cannot watch for the end of processes: " + Refusal.of(-answer));
            }
        }
    }

    /** The tokens of those that became readable; none when the time ran out or a signal came. */
    long[] await(Duration limit) {
        try (var room = Room.of(EVENTS + BATCH * EVENT)) {
            var count = Math.max(0, LibC.ask(room, WAIT, epoll, room.at(EVENTS), BATCH, limit.toMillis(), 0, 0));
            var tokens = new long[count];
            for (var i = 0; i < count; i++) {
                tokens[i] = room.bytes().getLong(EVENTS + i * EVENT + TOKEN);
            }
            return tokens;
        }
    }

    static void close(int descriptor) {
        LibC.call(CLOSE, descriptor, 0, 0, 0, 0, 0);
    }

    /** Only once nobody waits any more. */
    @Override
    public void close() {
        close(epoll);
    }
}
