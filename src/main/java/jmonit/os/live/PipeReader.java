package jmonit.os.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;

/** The reading end of a pipe, and the first bytes that came. One thread. */
final class PipeReader {

    static final int CHUNK = 1 << 14;

    private static final MemorySegment READ = LibC.function("read");
    private static final int INTERRUPTED = -4;
    private static final int CLOSED = -1;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int limit;
    private int descriptor;

    PipeReader(int descriptor, int limit) {
        this.descriptor = descriptor;
        this.limit = limit;
    }

    /** Negative once the other side has closed it, which poll(2) passes over. */
    int descriptor() {
        return descriptor;
    }

    boolean closed() {
        return descriptor == CLOSED;
    }

    /** Waits unless it is known that there is something. The room has that of a chunk at {@code place}. */
    void read(Room room, int place) {
        var length = LibC.ask(room, READ, descriptor, room.at(place), CHUNK, 0, 0, 0);
        if (length > 0) {
            var bytes = new byte[Math.min(length, limit - kept.size())];
            room.bytes().get(place, bytes);
            kept.writeBytes(bytes);
        } else if (length != INTERRUPTED) {
            close();
        }
    }

    void close() {
        if (descriptor != CLOSED) {
            Pipe.close(descriptor);
            descriptor = CLOSED;
        }
    }

    String text() {
        return kept.toString(UTF_8);
    }
}
