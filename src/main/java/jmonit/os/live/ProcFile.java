package jmonit.os.live;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file of /proc, which has no size to ask for: read whole into a buffer that serves many of them, one thread at a time. Java's own way asks
 * twice as much of the kernel, makes ready for a disk that is slow, and throws where a process is gone. Where the kernel may keep the reader
 * waiting, as with the command line of a process that hangs, a virtual thread would hold its carrier: that is for {@link LiveErrands}.
 */
final class ProcFile {

    private static final MemorySegment OPEN = LibC.function("open");
    private static final MemorySegment READ = LibC.function("read");
    private static final int CLOSE_ON_EXEC = 02000000;
    private static final int LARGEST = 1 << 20;
    private static final int FIRST_ROOM = 1 << 10;
    private static final int PIECE = Room.FREE;
    private static final int LONGEST_PIECE = 4 << 10;

    private byte[] buffer = new byte[FIRST_ROOM];
    private int length;

    /** The content is there until the next call; what is longer than a mebibyte is cut. */
    void read(String path) throws IOException {
        var error = tried(path);
        if (error != 0) {
            throw new IOException(Reason.of(error));
        }
    }

    /** The same where a process may be gone: whether there is such a file, and it could be read. */
    boolean found(String path) {
        return tried(path) == 0;
    }

    private int tried(String path) {
        length = 0;
        var name = path.getBytes(StandardCharsets.UTF_8);
        try (var room = Room.of(PIECE + Math.max(name.length + 1, LONGEST_PIECE))) {
            // The name has done its duty when the content comes.
            room.text(PIECE, name);
            var descriptor = LibC.ask(room, OPEN, room.at(PIECE), CLOSE_ON_EXEC, 0, 0, 0, 0);
            return descriptor < 0 ? -descriptor : filled(room, descriptor);
        }
    }

    private int filled(Room room, int descriptor) {
        try {
            var got = more(room, descriptor);
            while (got > 0) {
                got = more(room, descriptor);
            }
            return -got;
        } finally {
            Pipe.close(descriptor);
        }
    }

    private int more(Room room, int descriptor) {
        var got = LibC.ask(room, READ, descriptor, room.at(PIECE), Math.min(LARGEST - length, LONGEST_PIECE), 0, 0, 0);
        if (got > 0) {
            if (length + got > buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + got));
            }
            room.bytes().get(PIECE, buffer, length, got);
            length += got;
        }
        return got;
    }

    static String text(String path) throws IOException {
        var file = new ProcFile();
        file.read(path);
        return file.text(0, file.length);
    }

    byte[] bytes() {
        return buffer;
    }

    int length() {
        return length;
    }

    String text(int from, int to) {
        return new String(buffer, from, to - from, StandardCharsets.UTF_8);
    }
}
