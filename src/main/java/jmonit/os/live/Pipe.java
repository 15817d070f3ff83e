package jmonit.os.live;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** Two file descriptors of which nobody inherits a copy by chance. */
record Pipe(int reading, int writing) {

    private static final MemorySegment PIPE = LibC.function("pipe2");
    private static final MemorySegment CLOSE = LibC.function("close");
    private static final int CLOSE_ON_EXEC = 02000000;

    static Pipe open() throws IOException {
        try (var room = Room.of(Room.FREE + 2 * Integer.BYTES)) {
            var answer = LibC.ask(room, PIPE, room.at(Room.FREE), CLOSE_ON_EXEC, 0, 0, 0, 0);
            if (answer < 0) {
                throw new IOException("cannot open a pipe: " + Reason.of(-answer));
            }
            return new Pipe(room.bytes().getInt(Room.FREE), room.bytes().getInt(Room.FREE + Integer.BYTES));
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
