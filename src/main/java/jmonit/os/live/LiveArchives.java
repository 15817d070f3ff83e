package jmonit.os.live;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

import jmonit.os.Archive;
import jmonit.os.Archives;

/** Files on this machine. Symbolic links are not followed, for they could lead to what is somebody else's. */
public final class LiveArchives implements Archives {

    private static final Set<PosixFilePermission> OURS = PosixFilePermissions.fromString("rw-------");
    private static final Set<OpenOption> AS_IT_IS = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, NOFOLLOW_LINKS);
    private static final Set<OpenOption> ANEW = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);

    @Override
    public Optional<Archive> open(String path) throws IOException {
        var file = Path.of(path);
        try {
            // Looked at before it is opened: a fifo would wait for its other end.
            var attributes = Files.readAttributes(file, PosixFileAttributes.class, NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                throw Failure.to("open", path, "not a regular file");
            }
            if (!attributes.permissions().equals(OURS)) {
                Files.setPosixFilePermissions(file, OURS);
            }
            return Optional.of(new LiveArchive(path, FileChannel.open(file, AS_IT_IS)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (FileSystemException e) {
            throw Failure.to("open", path, e);
        }
    }

    @Override
    public Archive create(String path) throws IOException {
        var file = Path.of(path);
        try {
            Files.deleteIfExists(file);
            return new LiveArchive(path, FileChannel.open(file, ANEW, PosixFilePermissions.asFileAttribute(OURS)));
        } catch (IOException e) {
            throw Failure.to("write", path, e);
        }
    }

    @Override
    public void rename(String from, String to) throws IOException {
        try {
            Files.move(Path.of(from), Path.of(to), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Failure.to("move", from, e);
        }
    }

    @Override
    public void remove(String path) throws IOException {
        try {
            Files.deleteIfExists(Path.of(path));
        } catch (IOException e) {
            throw Failure.to("remove", path, e);
        }
    }
}
