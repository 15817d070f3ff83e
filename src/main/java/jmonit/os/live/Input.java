package jmonit.os.live;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.foreign.Arena;

/** What a program reads, as a file without a name: whoever writes to a pipe would wait for a program that does not read. */
record Input(int descriptor) implements AutoCloseable {

    private static final int CLOSE_ON_EXEC = 1;
    private static final int NONE = -1;

    /** Nothing to read where the text is empty. */
    static Input of(String text) throws IOException {
        if (text.isEmpty()) {
            return new Input(NONE);
        }
        try (var arena = Arena.ofConfined()) {
            var name = arena.allocateFrom("jmonit-input");
            var descriptor = checked(LibC.ask(LibC.function("memfd_create"), name.address(), CLOSE_ON_EXEC, 0, 0, 0, 0));
            var input = new Input(descriptor);
            try {
                input.fill(arena, text.getBytes(UTF_8));
                return input;
            } catch (IOException e) {
                input.close();
                throw e;
            }
        }
    }

    private void fill(Arena arena, byte[] bytes) throws IOException {
        var content = arena.allocateFrom(JAVA_BYTE, bytes);
        for (var done = 0; done < bytes.length;) {
            done += checked(LibC.ask(LibC.function("write"), descriptor, content.address() + done, bytes.length - done, 0, 0, 0));
        }
        checked(LibC.ask(LibC.function("lseek"), descriptor, 0, 0, 0, 0, 0));
    }

    private static int checked(int answer) throws IOException {
        if (answer < 0) {
            throw new IOException("its input cannot be written: " + Reason.of(-answer));
        }
        return answer;
    }

    boolean there() {
        return descriptor != NONE;
    }

    @Override
    public void close() {
        if (there()) {
            Pipe.close(descriptor);
        }
    }
}
