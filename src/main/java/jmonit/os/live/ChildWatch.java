package jmonit.os.live;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Reads what a child writes until it has ended, and no longer: its own children may hold the pipes for ever. Blocks its thread, which is
 * no virtual one.
 */
final class ChildWatch implements AutoCloseable {

    private static final MemorySegment POLL = LibC.function("poll");
    private static final MemorySegment SYSCALL = LibC.function("syscall");
    private static final MemorySegment WAITID = LibC.function("waitid");
    private static final int PIDFD_OPEN = 434;
    private static final int ONE_PROCESS = 1;
    /** Only children that have ended; do not wait for it; leave them to be reaped. */
    private static final int ENDED = 4 | 1 | 0x01000000;
    private static final int SIGINFO = 128;
    private static final int POLLFD = 8;
    private static final int READABLE = 1;
    private static final int WITHOUT_PIDFD = 50;
    private static final int AT_LEAST = 60_000;
    private static final int LAST_CHUNKS = 64;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment places = arena.allocate(3 * POLLFD, 8);
    private final MemorySegment chunk = arena.allocate(PipeReader.CHUNK);
    private final MemorySegment siginfo = arena.allocate(SIGINFO, 8);
    private final long pid;
    private final List<PipeReader> readers;
    private final int pidfd;

    ChildWatch(long pid, List<PipeReader> readers) {
        this.pid = pid;
        this.readers = readers;
        pidfd = LibC.ask(SYSCALL, PIDFD_OPEN, pid, 0, 0, 0, 0);
    }

    /** Returns when the child has ended; it is a zombie then. */
    void read() {
        while (!ended()) {
            // Where there is no pidfd, such as in a strict sandbox, looking now and then must do.
            poll(pidfd < 0 ? WITHOUT_PIDFD : AT_LEAST);
        }
        // What it has left in the pipes, but not what its children may go on writing.
        var chunks = 0;
        while (chunks < LAST_CHUNKS && poll(0) > 0) {
            chunks++;
        }
    }

    private boolean ended() {
        siginfo.fill((byte) 0);
        var answer = LibC.ask(WAITID, ONE_PROCESS, pid, siginfo.address(), ENDED, 0, 0);
        // An error would be that somebody else has reaped it.
        return answer < 0 || siginfo.get(JAVA_INT, 0) != 0;
    }

    /** Waits for the child or its output, reads once what there is, and says how many pipes had something. */
    private int poll(int milliseconds) {
        for (var i = 0; i < readers.size(); i++) {
            place(i, readers.get(i).descriptor());
        }
        place(readers.size(), pidfd);
        LibC.ask(POLL, places.address(), readers.size() + 1L, milliseconds, 0, 0, 0);
        var ready = 0;
        for (var i = 0; i < readers.size(); i++) {
            if (places.get(JAVA_SHORT, (long) i * POLLFD + 6) != 0) {
                readers.get(i).read(chunk);
                ready++;
            }
        }
        return ready;
    }

    private void place(int index, int descriptor) {
        places.set(JAVA_INT, (long) index * POLLFD, descriptor);
        places.set(JAVA_SHORT, (long) index * POLLFD + 4, (short) READABLE);
        places.set(JAVA_SHORT, (long) index * POLLFD + 6, (short) 0);
    }

    @Override
    public void close() {
        readers.forEach(PipeReader::close);
        if (pidfd >= 0) {
            Pipe.close(pidfd);
        }
        arena.close();
    }
}
