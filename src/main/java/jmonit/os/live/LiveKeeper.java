package jmonit.os.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

import jmonit.os.Keeper;

/**
 * Written aside under one fixed name and renamed: a kill leaves at most that one behind, and the next writing takes it away. Not forced to the
 * disk, because what we keep says nothing about a machine that was started anew.
 */
public final class LiveKeeper implements Keeper {

    private static final long LIMIT = 256L << 20;

    @Override
    public Optional<byte[]> kept(String path) throws IOException {
        var file = Path.of(path);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        if (Files.exists(file) && (!Files.isRegularFile(file) || Files.size(file) > LIMIT)) {
            throw new IOException("cannot read " + path + ": not a regular file of at most 256 MB");
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw Failure.to("read", path, e);
        }
    }

    @Override
    public String aside(String path) throws IOException {
        String aside = path + ".unusable";
        try {
            Files.move(Path.of(path), Path.of(aside), StandardCopyOption.REPLACE_EXISTING);
            return aside;
        } catch (IOException e) {
            throw Failure.to("move", path, e);
        }
    }

    @Override
    public void keep(String path, byte[] content) throws IOException {
        var file = Path.of(path).toAbsolutePath();
        var aside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(aside);
            write(aside, content);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            remove(aside);
            throw Failure.to("write", path, e);
        }
    }

    private static void remove(Path aside) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException _) {
            // The next writing begins by removing it, and fails in words.
        }
    }

    private static void write(Path aside, byte[] content) throws IOException {
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = FileChannel.open(aside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mine)) {
            var buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }
}
