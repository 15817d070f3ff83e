package jmonit.regex;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The C library's own regular expressions, in the C locale of the calling thread while this is open. */
final class Glibc implements AutoCloseable {
    static final String VALID = "Success";

    private static final int EXTENDED = 1;
    private static final int IGNORE_CASE = 2;
    private static final int START_AND_END = 4;
    private static final int ALL_CATEGORIES = 0x1FBF;

    private static final MethodHandle REGCOMP = function("regcomp",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
    private static final MethodHandle REGEXEC = function("regexec",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_INT));
    private static final MethodHandle REGERROR = function("regerror",
            FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG));
    private static final MethodHandle REGFREE = function("regfree", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle NEWLOCALE = function("newlocale",
            FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS, ADDRESS));
    private static final MethodHandle USELOCALE = function("uselocale", FunctionDescriptor.of(ADDRESS, ADDRESS));
    private static final MethodHandle FREELOCALE = function("freelocale", FunctionDescriptor.ofVoid(ADDRESS));

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment compiled = arena.allocate(256, 8);
    private final MemorySegment span = arena.allocate(MemoryLayout.structLayout(JAVA_INT, JAVA_INT));
    private final MemorySegment message = arena.allocate(200);
    private final MemorySegment locale;
    private final MemorySegment localeBefore;

    Glibc() {
        locale = (MemorySegment) call(NEWLOCALE, ALL_CATEGORIES, arena.allocateFrom("C"), MemorySegment.NULL);
        localeBefore = (MemorySegment) call(USELOCALE, locale);
    }

    /** Compiles the pattern; returns regerror's words. One that is {@link #VALID} must be freed. */
    String compile(String pattern, boolean ignoreCase) {
        try (var scope = Arena.ofConfined()) {
            int flags = EXTENDED | (ignoreCase ? IGNORE_CASE : 0);
            int error = (int) call(REGCOMP, compiled, scope.allocateFrom(pattern), flags);
            call(REGERROR, error, compiled, message, message.byteSize());
            return message.getString(0);
        }
    }

    boolean matches(byte[] text) {
        try (var scope = Arena.ofConfined()) {
            var copy = scope.allocate(text.length + 1L);
            MemorySegment.copy(MemorySegment.ofArray(text), 0, copy, 0, text.length);
            span.setAtIndex(JAVA_INT, 0, 0);
            span.setAtIndex(JAVA_INT, 1, text.length);
            return (int) call(REGEXEC, compiled, copy, 1L, span, START_AND_END) == 0;
        }
    }

    void free() {
        call(REGFREE, compiled);
    }

    @Override
    public void close() {
        call(USELOCALE, localeBefore);
        call(FREELOCALE, locale);
        arena.close();
    }

    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
    }

    private static Object call(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new AssertionError("calling the C library failed", e);
        }
    }
}
