package jmonit.os.live;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jmonit.os.Disk;
import jmonit.os.FileFacts.Kind;
import jmonit.os.FileStatus;

/** The disks of this machine, and what is mounted from elsewhere. */
public final class LiveDisk implements Disk {

    /** A directory with more namesakes than this holds no rotated logs. */
    private static final int MOST_NAMESAKES = 1_000;

    @Override
    public Optional<FileStatus> status(String path) throws IOException {
        // stat(2) finds nothing under the empty name, Path would find the current directory.
        return path.isEmpty() ? Optional.empty() : Statx.of(plain(path) ? path : named(path).toAbsolutePath().toString());
    }

    /** The usual path, which needs no reading. */
    private static boolean plain(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == 0 || path.charAt(i) >= 0x80) {
                return false;
            }
        }
        return path.charAt(0) == '/';
    }

    private static Path named(String path) throws IOException {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw Failure.to("look at", path, "no file can have this name here");
        }
    }

    @Override
    public Opened open(String path) throws IOException {
        var status = status(path);
        if (status.isEmpty()) {
            throw Failure.to("read", path, "no such file or directory");
        }
        var kind = status.get().kind();
        if (kind != Kind.FILE) {
            throw Failure.to("read", path, "it is " + kind.words() + ", not a regular file");
        }
        try {
            return new OpenFile(path, FileChannel.open(Path.of(path), StandardOpenOption.READ));
        } catch (IOException e) {
            throw Failure.to("read", path, e);
        }
    }

    @Override
    public List<String> namesakes(String path) throws IOException {
        var file = named(path);
        var directory = file.getParent();
        if (directory == null || file.getFileName() == null) {
            return List.of();
        }
        var name = file.getFileName().toString();
        try (var entries = Files.newDirectoryStream(directory, e -> e.getFileName().toString().startsWith(name) && !e.equals(file))) {
            return first(entries);
        } catch (DirectoryIteratorException e) {
            throw Failure.to("list", directory.toString(), e.getCause());
        } catch (IOException e) {
            throw Failure.to("list", directory.toString(), e);
        }
    }

    private static List<String> first(Iterable<Path> entries) {
        var paths = new ArrayList<String>();
        for (var entry : entries) {
            if (paths.size() == MOST_NAMESAKES) {
                break;
            }
            paths.add(entry.toString());
        }
        return List.copyOf(paths);
    }
}
