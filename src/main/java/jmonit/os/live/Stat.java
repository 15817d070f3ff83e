package jmonit.os.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import jmonit.os.FileFacts;
import jmonit.os.FileFacts.Kind;

/** What stat(2) says, as facts. */
final class Stat {

    private static final int TYPE = 0170000;
    private static final int PERMISSIONS = 07777;

    private Stat() {
    }

    static FileFacts of(Path path) throws IOException {
        var stat = Files.readAttributes(path, "unix:mode,uid,gid,size,dev,ino");
        var mode = (int) stat.get("mode");
        return new FileFacts(kind(mode), mode & PERMISSIONS, id(stat, "uid"), id(stat, "gid"), (long) stat.get("size"),
                (long) stat.get("dev"), (long) stat.get("ino"), Files.isSymbolicLink(path));
    }

    static Kind kind(int mode) {
        return switch (mode & TYPE) {
            case 0100000 -> Kind.FILE;
            case 0040000 -> Kind.DIRECTORY;
            case 0010000 -> Kind.FIFO;
            case 0140000 -> Kind.SOCKET;
            case 0020000, 0060000 -> Kind.DEVICE;
            default -> Kind.OTHER;
        };
    }

    static long id(Map<String, Object> stat, String name) {
        return Integer.toUnsignedLong((int) stat.get(name));
    }
}
