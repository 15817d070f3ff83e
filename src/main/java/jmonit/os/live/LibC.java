package jmonit.os.live;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Functions of the C library, all called in one shape: six numbers or addresses in, one number out. A function that
 * takes fewer does not look at the rest; a second shape would cost milliseconds of start-up. An {@code int} answer has
 * only its lower half defined, so callers cast it.
 */
@SuppressWarnings("restricted")
final class LibC {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle CALL = LINKER.downcallHandle(FunctionDescriptor.of(
            JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));

    private LibC() {
    }

    static MemorySegment function(String name) {
        return LINKER.defaultLookup().findOrThrow(name);
    }

    static long call(MemorySegment function, long a, long b, long c, long d, long e, long f) {
        try {
            return (long) CALL.invokeExact(function, a, b, c, d, e, f);
        } catch (Throwable impossible) {
            throw new AssertionError("a downcall throws nothing", impossible);
        }
    }
}
