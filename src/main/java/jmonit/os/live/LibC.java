package jmonit.os.live;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
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
            JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG), Linker.Option.captureCallState("errno"));

    /** For errno that nobody looks at. */
    private static final MemorySegment UNREAD = Arena.global().allocate(JAVA_INT);

    private LibC() {
    }

    static MemorySegment function(String name) {
        return LINKER.defaultLookup().findOrThrow(name);
    }

    static long call(MemorySegment function, long a, long b, long c, long d, long e, long f) {
        return invoke(function, UNREAD, a, b, c, d, e, f);
    }

    /** For functions that answer -1 and set errno: the answer, or errno with a minus sign. */
    static int ask(MemorySegment function, long a, long b, long c, long d, long e, long f) {
        try (var room = Room.of(Room.FREE)) {
            return ask(room, function, a, b, c, d, e, f);
        }
    }

    /** The same with a room that the caller has anyway. */
    static int ask(Room room, MemorySegment function, long a, long b, long c, long d, long e, long f) {
        var answer = (int) invoke(function, room.errno(), a, b, c, d, e, f);
        return answer == -1 ? -room.bytes().getInt(0) : answer;
    }

    private static long invoke(MemorySegment function, MemorySegment errno, long a, long b, long c, long d, long e, long f) {
        try {
            return (long) CALL.invokeExact(function, errno, a, b, c, d, e, f);
        } catch (Throwable impossible) {
            throw new AssertionError("a downcall throws nothing", impossible);
        }
    }
}
