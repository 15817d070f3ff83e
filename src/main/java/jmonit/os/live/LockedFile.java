package jmonit.os.live;

import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file with a lock on it that lasts until the file is released or the process is gone. It is the kind of lock that
 * belongs to the open file: one of the process, as Java takes them, is lost when anything in the process reads the file
 * and closes it again, and a watchman may well be told to watch its own pidfile.
 */
final class LockedFile {

    private static final MemorySegment OPEN = LibC.function("open");
    private static final MemorySegment FCNTL = LibC.function("fcntl");
    private static final MemorySegment CLOSE = LibC.function("close");
    private static final MemorySegment FTRUNCATE = LibC.function("ftruncate");
    private static final MemorySegment PWRITE = LibC.function("pwrite");
    // Numbers of 64-bit Linux.
    private static final int READ_WRITE_CREATE_CLOEXEC = 02 | 0100 | 02000000;
    private static final int MODE = 0644;
    private static final int SET_LOCK_OF_OPEN_FILE = 37;
    private static final short EXCLUSIVE = 1;
    private static final int LOCK_STRUCT = 32;
    private static final int ACCESS = 13;
    private static final int AGAIN = 11;

    private final Path path;
    private final int descriptor;

    private LockedFile(Path path, int descriptor) {
        this.path = path;
        this.descriptor = descriptor;
    }

    /** Empty where another process has the lock. The file is created if it is not there. */
    static Optional<LockedFile> open(String path) throws IOException {
        // Not opened at all unless it is an ordinary file: a fifo or a device would do something else than keep a number.
        if (Files.exists(Path.of(path)) && !Files.isRegularFile(Path.of(path))) {
            throw Failure.to("keep the process id in", path, "it is not a regular file");
        }
        try (var arena = Arena.ofConfined()) {
            var name = arena.allocateFrom(path);
            int descriptor = Reason.checked(LibC.ask(OPEN, name.address(), READ_WRITE_CREATE_CLOEXEC, MODE, 0, 0, 0),
                    "keep the process id in " + path);
            var file = new LockedFile(Path.of(path), descriptor);
            return file.lock(arena) ? Optional.of(file) : Optional.empty();
        }
    }

    private boolean lock(Arena arena) throws IOException {
        var lock = arena.allocate(LOCK_STRUCT, Long.BYTES);
        lock.set(JAVA_SHORT, 0, EXCLUSIVE);
        int answer = LibC.ask(FCNTL, descriptor, SET_LOCK_OF_OPEN_FILE, lock.address(), 0, 0, 0);
        if (answer < 0) {
            release();
        }
        if (answer == -AGAIN || answer == -ACCESS) {
            return false;
        }
        Reason.checked(answer, "lock " + path);
        return true;
    }

    /** Whether the file still is the one of that name. */
    boolean hasName() {
        try {
            return Files.isSameFile(path, Path.of("/proc/self/fd/" + descriptor));
        } catch (IOException e) {
            // One of the two is no file any more.
            return false;
        }
    }

    void write(String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        try (var arena = Arena.ofConfined()) {
            var content = arena.allocateFrom(java.lang.foreign.ValueLayout.JAVA_BYTE, bytes);
            Reason.checked(LibC.ask(FTRUNCATE, descriptor, 0, 0, 0, 0, 0), "write " + path);
            Reason.checked(LibC.ask(PWRITE, descriptor, content.address(), bytes.length, 0, 0, 0), "write " + path);
        }
    }

    void removeAndRelease() {
        try {
            if (hasName()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            // A file left behind is not locked any more, so it misleads nobody.
        }
        release();
    }

    void release() {
        LibC.ask(CLOSE, descriptor, 0, 0, 0, 0, 0);
    }
}
