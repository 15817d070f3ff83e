package jmonit.os.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What a child says: by its pipes, and by its end. The pipes are read until it has ended and no longer, for its own children may hold them
 * for ever. Only the thread of its watch touches it.
 */
final class ChildLines implements AutoCloseable {

    private static final MemorySegment POLL = LibC.function("poll");
    private static final MemorySegment WAITID = LibC.function("waitid");
    private static final int ONE_PROCESS = 1;
    /** Only children that have ended; do not wait for it; leave them to be reaped. */
    private static final int ENDED = 4 | 1 | 0x01000000;
    private static final int POLLFD = 8;
    private static final int WANTED = 4;
    private static final int FOUND = 6;
    private static final short READABLE = 1;
    private static final int LAST_CHUNKS = 64;
    private static final int PIPES = 2;
    // What stands where in the room: two of poll's structs, what waitid tells, a chunk.
    private static final int PLACES = Room.FREE;
    private static final int SIGINFO = PLACES + PIPES * POLLFD;
    private static final int CHUNK = SIGINFO + 128;

    private final long pid;
    private final List<PipeReader> readers;
    private final int end;

    /** For the calls, one for all children of a thread. */
    static Room room() {
        return Room.of(CHUNK + PipeReader.CHUNK);
    }

    /** {@code end} tells of the end of the process; negative where nothing does. */
    ChildLines(long pid, int end, PipeReader errors, PipeReader output) {
        this.pid = pid;
        this.end = end;
        readers = List.of(errors, output);
    }

    /** Has each of them tell when it has something to say, by the token and its place. The end comes last: after it nothing is left. */
    void tell(Epoll epoll, long token) throws IOException {
        for (var i = 0; i < PIPES; i++) {
            epoll.add(readers.get(i).descriptor(), token + i);
        }
        epoll.add(end, token + PIPES);
    }

    /** One of them has something to say. Answers whether the child has ended, and is a zombie then. */
    boolean said(int place, Epoll epoll, long token, Room room) {
        if (place == PIPES) {
            drain(room);
            return true;
        }
        var reader = readers.get(place);
        reader.read(room, CHUNK);
        if (!reader.closed()) {
            goOn(epoll, reader.descriptor(), token);
        }
        return false;
    }

    private static void goOn(Epoll epoll, int descriptor, long token) {
        try {
            epoll.again(descriptor, token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for a child that does not tell. */
    boolean asked(Room room) {
        var over = ended(room);
        if (over) {
            drain(room);
        } else {
            glean(room);
        }
        return over;
    }

    private boolean ended(Room room) {
        room.bytes().putInt(SIGINFO, 0);
        var answer = LibC.ask(room, WAITID, ONE_PROCESS, pid, room.at(SIGINFO), ENDED, 0, 0);
        // An error would be that somebody else has reaped it.
        return answer < 0 || room.bytes().getInt(SIGINFO) != 0;
    }

    /** What it has left in the pipes, but not what its children may go on writing. */
    private void drain(Room room) {
        var chunks = 0;
        while (chunks < LAST_CHUNKS && glean(room) > 0) {
            chunks++;
        }
    }

    /** Reads once what there is, and says how many pipes had something. */
    private int glean(Room room) {
        if (readers.stream().allMatch(PipeReader::closed)) {
            return 0;
        }
        for (var i = 0; i < PIPES; i++) {
            ask(room.bytes(), PLACES + i * POLLFD, readers.get(i).descriptor());
        }
        LibC.ask(room, POLL, room.at(PLACES), PIPES, 0, 0, 0, 0);
        var ready = 0;
        for (var i = 0; i < PIPES; i++) {
            if (room.bytes().getShort(PLACES + i * POLLFD + FOUND) != 0) {
                readers.get(i).read(room, CHUNK);
                ready++;
            }
        }
        return ready;
    }

    private static void ask(ByteBuffer room, int place, int descriptor) {
        room.putInt(place, descriptor).putShort(place + WANTED, READABLE).putShort(place + FOUND, (short) 0);
    }

    @Override
    public void close() {
        readers.forEach(PipeReader::close);
        if (end >= 0) {
            Pipe.close(end);
        }
    }
}
