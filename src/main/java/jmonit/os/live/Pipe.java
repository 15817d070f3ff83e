package jmonit.os.live;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Two file descriptors of which nobody inherits a copy by chance. */
record Pipe(int reading, int writing) {

    private static final MemorySegment PIPE = LibC.function("pipe2");
    private static final MemorySegment CLOSE = LibC.function("close");
    private static final int CLOSE_ON_EXEC = 02000000;

    static Pipe open() throws IOException {
        try (var arena = Arena.ofConfined()) {
            var ends = arena.allocate(JAVA_INT, 2);
            var answer = LibC.ask(PIPE, ends.address(), CLOSE_ON_EXEC, 0, 0, 0, 0);
            if (answer < 0) {
                throw new IOException("cannot open a pipe: " + Reason.of(-answer));
            }
            return new Pipe(ends.getAtIndex(JAVA_INT, 0), ends.getAtIndex(JAVA_INT, 1));
        }
    }

    void close() {
        close(reading);
        close(writing);
    }

    static void close(int descriptor) {
        LibC.call(CLOSE, descriptor, 0, 0, 0, 0, 0);
    }
}
