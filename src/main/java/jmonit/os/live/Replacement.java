package jmonit.os.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** New content for an old file: a file beside it that takes its place once all is on disk. */
final class Replacement {

    private Replacement() {
    }

    static void of(Path file, byte[] content) throws IOException {
        Path aside = Files.createTempFile(file.getParent(), ".jmonit-", ".new");
        try {
            write(aside, content);
            for (String attribute : new String[] {"unix:uid", "unix:gid", "unix:mode"}) {
                Files.setAttribute(aside, attribute, Files.getAttribute(file, attribute));
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Failure.to("write", file.toString(), e);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static void write(Path aside, byte[] content) throws IOException {
        try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}
