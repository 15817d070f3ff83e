package jmonit.os.live;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import jmonit.os.FileFacts;
import jmonit.os.FileFacts.Kind;

/** The files of this machine. */
public final class LiveFiles implements jmonit.os.Files {

    private static final int LARGEST = Integer.MAX_VALUE - 16;
    private static final int CHUNK = 64 * 1024;
    private static final int USUAL = 512;
    /** What is longer is no name for the system. */
    private static final int LONGEST_NAME = 4096;

    @Override
    public Optional<FileFacts> facts(String path) throws IOException {
        // stat(2) finds nothing under the empty name, Path would find the current directory.
        return path.isEmpty() ? Optional.empty() : facts(path(path));
    }

    private static Path path(String name) throws IOException {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw Failure.to("look at", name, "no file can have this name here");
        }
    }

    private static Optional<FileFacts> facts(Path path) throws IOException {
        try {
            return Optional.of(Stat.of(path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            if (!(e instanceof AccessDeniedException) && path.toString().length() < LONGEST_NAME && belowFile(path)) {
                return Optional.empty();
            }
            throw Failure.to("look at", path.toString(), e);
        }
    }

    /** Whether a file stands where the path needs a directory; Java tells that only in the words of the system. */
    private static boolean belowFile(Path path) {
        var parent = path.getParent();
        while (parent != null && !Files.exists(parent)) {
            parent = parent.getParent();
        }
        return parent != null && !Files.isDirectory(parent);
    }

    @Override
    public byte[] read(String path, long limit) throws IOException {
        var most = (int) Math.min(limit, LARGEST);
        var content = start(regularFile(path), most + 1);
        if (content.length > most) {
            throw Failure.to("read", path, "larger than " + most + " bytes");
        }
        return content;
    }

    private static byte[] start(Path file, int bytes) throws IOException {
        try (var input = Files.newInputStream(file)) {
            // A pidfile is short, and room for all that it might be is much for each service of each cycle.
            var first = input.readNBytes(Math.min(bytes, USUAL));
            return first.length < USUAL ? first : joined(first, input.readNBytes(bytes - first.length));
        } catch (IOException e) {
            throw Failure.to("read", file.toString(), e);
        }
    }

    private static byte[] joined(byte[] first, byte[] rest) {
        var all = Arrays.copyOf(first, first.length + rest.length);
        System.arraycopy(rest, 0, all, first.length, rest.length);
        return all;
    }

    @Override
    public void replace(String path, byte[] content) throws IOException {
        Replacement.of(regularFile(path).toRealPath(), content);
    }

    @Override
    public String digest(String path, String algorithm) throws IOException {
        var digest = messageDigest(algorithm);
        var file = regularFile(path);
        try (var input = Files.newInputStream(file)) {
            var chunk = new byte[CHUNK];
            for (var length = input.read(chunk); length >= 0; length = input.read(chunk)) {
                digest.update(chunk, 0, length);
            }
        } catch (IOException e) {
            throw Failure.to("read", path, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest messageDigest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("no digest called " + algorithm, e);
        }
    }

    /** The type is asked before anything is opened: a fifo would wait for its writer, and a device may have no end. */
    private Path regularFile(String path) throws IOException {
        // The usual case asks once; pidfiles are read in each cycle.
        if (nameable(path) && Files.isRegularFile(Path.of(path))) {
            return Path.of(path);
        }
        var facts = facts(path);
        if (facts.isEmpty()) {
            throw Failure.to("read", path, "no such file or directory");
        }
        var kind = facts.get().kind();
        if (kind != Kind.FILE) {
            throw Failure.to("read", path, "it is " + kind.words() + ", not a regular file");
        }
        return Path.of(path);
    }

    @Override
    public List<String> list(String directory) throws IOException {
        var facts = facts(directory);
        if (facts.isEmpty()) {
            return List.of();
        }
        var kind = facts.get().kind();
        if (kind != Kind.DIRECTORY) {
            throw Failure.to("list", directory, "it is " + kind.words() + ", not a directory");
        }
        return names(Path.of(directory));
    }

    private static List<String> names(Path directory) throws IOException {
        try (var entries = Files.newDirectoryStream(directory)) {
            var names = new ArrayList<String>();
            for (var entry : entries) {
                names.add(entry.getFileName().toString());
            }
            return List.copyOf(names);
        } catch (DirectoryIteratorException e) {
            throw Failure.to("list", directory.toString(), e.getCause());
        } catch (IOException e) {
            throw Failure.to("list", directory.toString(), e);
        }
    }

    @Override
    public boolean readable(String path) {
        return nameable(path) && Files.isReadable(Path.of(path));
    }

    @Override
    public boolean writable(String path) {
        return nameable(path) && Files.isWritable(Path.of(path));
    }

    @Override
    public boolean executable(String path) {
        return nameable(path) && Files.isExecutable(Path.of(path));
    }

    /** A name with a zero byte, or with letters the locale cannot express, is the name of no file. */
    private static boolean nameable(String path) {
        try {
            return !Path.of(path).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
