package jmonit.os.live;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import jmonit.os.Space;

/** statvfs(3). The offsets are those of {@code struct statvfs} on 64-bit Linux, the same for x86_64 and aarch64. */
final class StatVfs {

    private static final MemorySegment STATVFS = LibC.function("statvfs");
    private static final MemorySegment STRERROR = LibC.function("strerror");
    private static final long STRUCT = 256;
    private static final long FRAGMENT_SIZE = 8;
    private static final long BLOCKS = 16;
    private static final long FREE = 24;
    private static final long AVAILABLE = 32;
    private static final long FILES = 40;
    private static final long FILES_FREE = 48;
    private static final int LONGEST_ERROR = 1024;

    private StatVfs() {
    }

    static Space of(String path) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var struct = arena.allocate(STRUCT, 8);
            var answer = LibC.ask(STATVFS, arena.allocateFrom(path).address(), struct.address(), 0, 0, 0, 0);
            if (answer < 0) {
                throw new IOException(words(-answer));
            }
            return new Space(at(struct, FRAGMENT_SIZE), at(struct, BLOCKS), at(struct, FREE), at(struct, AVAILABLE), at(struct, FILES),
                    at(struct, FILES_FREE));
        }
    }

    private static long at(MemorySegment struct, long offset) {
        return struct.get(JAVA_LONG, offset);
    }

    @SuppressWarnings("restricted")
    private static String words(int error) {
        return MemorySegment.ofAddress(LibC.call(STRERROR, error, 0, 0, 0, 0, 0)).reinterpret(LONGEST_ERROR).getString(0);
    }
}
