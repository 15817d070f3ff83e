package jmonit.os.live;

import java.lang.foreign.MemorySegment;

/** What the C library calls its errors: "Permission denied". */
final class Errno {

    private static final MemorySegment STRERROR = LibC.function("strerror");
    private static final long LONGEST = 256;

    private Errno() {
    }

    @SuppressWarnings("restricted")
    static String words(int errno) {
        var address = LibC.call(STRERROR, errno, 0, 0, 0, 0, 0);
        return MemorySegment.ofAddress(address).reinterpret(LONGEST).getString(0);
    }
}
