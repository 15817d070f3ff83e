package jmonit.os.live;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;

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

    private byte[] buffer = new byte[FIRST_ROOM];
    private int length;

    /** Outside of the heap: room for errno, a name and a piece of the content. There are as many as threads have read at the same time. */
    private record Room(MemorySegment errno, MemorySegment name, MemorySegment piece) {

        private static final int NAME = 256;
        private static final int PIECE = 4 << 10;
        private static final ConcurrentLinkedQueue<Room> FREE = new ConcurrentLinkedQueue<>();

        static Room take() {
            var free = FREE.poll();
            return free != null ? free : made(Arena.global().allocate(Long.BYTES + NAME + PIECE, Long.BYTES));
        }

        private static Room made(MemorySegment all) {
            return new Room(all.asSlice(0, Integer.BYTES), all.asSlice(Long.BYTES, NAME), all.asSlice(Long.BYTES + NAME, PIECE));
        }

        /** The descriptor, or errno with a minus sign. */
        int open(String path) {
            var bytes = path.getBytes(StandardCharsets.ISO_8859_1);
            MemorySegment.copy(bytes, 0, name, JAVA_BYTE, 0, bytes.length);
            name.set(JAVA_BYTE, bytes.length, (byte) 0);
            return LibC.ask(errno, OPEN, name.address(), CLOSE_ON_EXEC, 0, 0, 0, 0);
        }

        int read(int descriptor, int most) {
            return LibC.ask(errno, READ, descriptor, piece.address(), Math.min(most, PIECE), 0, 0, 0);
        }
    }

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
        var room = Room.take();
        try {
            var descriptor = room.open(path);
            return descriptor < 0 ? -descriptor : filled(room, descriptor);
        } finally {
            Room.FREE.add(room);
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
        var got = room.read(descriptor, LARGEST - length);
        if (got > 0) {
            if (length + got > buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + got));
            }
            MemorySegment.copy(room.piece(), JAVA_BYTE, 0, buffer, length, got);
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
