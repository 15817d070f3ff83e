package jmonit.os.live;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

import jmonit.os.Space;

/** statvfs(3). The offsets are those of {@code struct statvfs} on 64-bit Linux, the same for x86_64 and aarch64. */
final class StatVfs {

    private static final MemorySegment STATVFS = LibC.function("statvfs");
    private static final int ANSWER = Room.FREE;
    private static final int NAME = ANSWER + 256;
    private static final int FRAGMENT_SIZE = 8;
    private static final int BLOCKS = 16;
    private static final int FREE = 24;
    private static final int AVAILABLE = 32;
    private static final int FILES = 40;
    private static final int FILES_FREE = 48;

    private StatVfs() {
    }

    static Space of(String path) throws IOException {
        var name = path.getBytes(StandardCharsets.UTF_8);
        try (var room = Room.of(NAME + name.length + 1)) {
            var answer = LibC.ask(room.text(NAME, name), STATVFS, room.at(NAME), room.at(ANSWER), 0, 0, 0, 0);
            if (answer < 0) {
                throw new IOException(Reason.of(-answer));
            }
            return new Space(at(room, FRAGMENT_SIZE), at(room, BLOCKS), at(room, FREE), at(room, AVAILABLE), at(room, FILES), at(room, FILES_FREE));
        }
    }

    private static long at(Room room, int offset) {
        return room.bytes().getLong(ANSWER + offset);
    }
}
