package jmonit.os.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jmonit.os.Spool;

/** A directory on this machine. */
public final class LiveSpool implements Spool {

    private static final String ASIDE = ".jmonit-new";
    private static final long LIMIT = 1L << 20;
    /** More than any queue holds: whoever fills the directory must not fill our memory, too. */
    private static final int MOST = 1 << 17;

    private final Path directory;
    private final LiveKeeper keeper = new LiveKeeper();

    public LiveSpool(String directory) {
        this.directory = Path.of(directory);
    }

    @Override
    public List<String> names() throws IOException {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            var names = new ArrayList<String>();
            try (var entries = Files.newDirectoryStream(directory)) {
                for (Path entry : entries) {
                    if (entry.toString().endsWith(ASIDE)) {
                        // What we were writing when we were killed.
                        Files.deleteIfExists(entry);
                        continue;
                    }
                    names.add(entry.getFileName().toString());
                    if (names.size() == MOST) {
                        break;
                    }
                }
            }
            return names;
        } catch (IOException e) {
            throw Failure.to("read", directory.toString(), e);
        }
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        Path file = directory.resolve(name);
        if (Files.isRegularFile(file) && Files.size(file) > LIMIT) {
            throw Failure.to("read", file.toString(), "more than 1 MB");
        }
        return keeper.kept(file.toString());
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        Path file = directory.resolve(name);
        Path aside = directory.resolve(name + ASIDE);
        keeper.keep(aside.toString(), content);
        try {
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Failure.to("write", file.toString(), e);
        }
    }

    @Override
    public void remove(String name) throws IOException {
        Path file = directory.resolve(name);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw Failure.to("remove", file.toString(), e);
        }
    }
}
