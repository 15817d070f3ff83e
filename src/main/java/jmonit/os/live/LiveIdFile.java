package jmonit.os.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

import jmonit.os.IdFile;

/** Id files on this machine: the id is all there is in them, without an end of line. */
public final class LiveIdFile implements IdFile {

    private static final int BYTES = 16;
    private static final int LONGEST = 4096;

    @Override
    public Optional<String> read(String path) throws IOException {
        if (Files.notExists(Path.of(path))) {
            return Optional.empty();
        }
        var first = new String(new LiveFiles().read(path, LONGEST), UTF_8).strip().split("\\s", 2)[0];
        if (first.isEmpty()) {
            throw new IOException("Error reading id from file '" + path + "'");
        }
        return Optional.of(first);
    }

    @Override
    public Fresh renew(String path) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var id = HexFormat.of().formatHex(bytes);
        try {
            Files.writeString(Path.of(path), id);
        } catch (IOException e) {
            throw Failure.to("write", path, e);
        }
        return new Fresh(id, path);
    }
}
