package jmonit.os.live;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** The C library's own words for an error: {@code Operation not permitted}. */
final class Reason {

    private static final MemorySegment STRERROR = LibC.function("strerror");
    private static final long LONGEST = 1024;

    private Reason() {
    }

    @SuppressWarnings("restricted")
    static String of(int errno) {
        return MemorySegment.ofAddress(LibC.call(STRERROR, errno, 0, 0, 0, 0, 0)).reinterpret(LONGEST).getString(0);
    }

    /** The answer of {@link LibC#ask}, unless it is an error: {@code cannot lock /run/jmonit.pid: No locks available}. */
    static int checked(int answer, String attempt) throws IOException {
        if (answer < 0) {
            throw new IOException("cannot " + attempt + ": " + of(-answer));
        }
        return answer;
    }
}
