package jmonit.os.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

import jmonit.os.Keeper;

/** Not forced to the disk, because what we keep says nothing about a machine that was started anew. */
public final class LiveKeeper implements Keeper {

    private static final long LIMIT = 256L << 20;
    private static final Set<StandardOpenOption> OVER = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    private static final Set<StandardOpenOption> ANEW =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);

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
    public void make(String path) throws IOException {
        try {
            Files.createFile(Path.of(path), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException _) {
            // It may hold anything, and stays as it is.
        } catch (IOException e) {
            throw Failure.to("write", path, e);
        }
    }

    @Override
    public void keep(String path, byte[] content) throws IOException {
        write(path, content, ANEW);
    }

    @Override
    public void mark(String path, byte[] content) throws IOException {
        write(path, content, OVER);
    }

    private static void write(String path, byte[] content, Set<StandardOpenOption> how) throws IOException {
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = FileChannel.open(Path.of(path), how, mine)) {
            var buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw Failure.to("write", path, e);
        }
    }
}
