package jmonit.os.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.os.Archive;

class LiveArchivesTest {

    @TempDir
    private Path folder;
    private final LiveArchives archives = new LiveArchives();

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static String mode(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(path)));
    }

    private static void write(Archive file, String text, long position) throws IOException {
        var bytes = text.getBytes(UTF_8);
        file.write(bytes, bytes.length, position);
    }

    private static String read(Archive file, int length, long position) throws IOException {
        var bytes = new byte[length];
        return new String(bytes, 0, file.read(bytes, length, position), UTF_8);
    }

    @Test
    void readsAndWritesInPlaces() throws IOException {
        try (var file = archives.create(path("a"))) {
            write(file, "world", 100_000);
            write(file, "hello", 0);
        }
        try (var file = archives.open(path("a")).orElseThrow()) {
            assertEquals("hello", read(file, 5, 0));
            assertEquals("rld", read(file, 10, 100_002));
            assertEquals("", read(file, 10, 200_000));
        }
        assertEquals("rw-------", mode(path("a")));
    }

    @Test
    void readsAndWritesMoreThanAtOnce() throws IOException {
        var text = "0123456789".repeat(30_000);
        try (var file = archives.create(path("a"))) {
            write(file, text, 7);

            assertEquals(text, read(file, text.length(), 7));
        }
    }

    @Test
    void opensNothingWhereNothingIs() throws IOException {
        assertEquals(Optional.empty(), archives.open(path("a")));
    }

    @Test
    void takesAwayWhatOthersMayReadOfOurs() throws IOException {
        Files.writeString(folder.resolve("a"), "secret");
        Files.setPosixFilePermissions(folder.resolve("a"), PosixFilePermissions.fromString("rw-r--r--"));

        archives.open(path("a")).orElseThrow().close();

        assertEquals("rw-------", mode(path("a")));
    }

    @Test
    void followsNoLinkAndOpensNoDirectory() throws IOException {
        Files.writeString(folder.resolve("target"), "x");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("target"));

        for (String path : new String[] {path("link"), folder.toString()}) {
            assertEquals("cannot open " + path + ": not a regular file",
                    assertThrows(IOException.class, () -> archives.open(path)).getMessage());
        }
    }

    @Test
    void createsBesideAndNotThroughALink() throws IOException {
        Files.writeString(folder.resolve("target"), "x");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("target"));

        archives.create(path("link")).close();

        assertEquals("x", Files.readString(folder.resolve("target")));
        assertEquals("", Files.readString(folder.resolve("link")));
    }

    @Test
    void renamesOverAndRemoves() throws IOException {
        Files.writeString(folder.resolve("old"), "old");
        Files.writeString(folder.resolve("new"), "new");

        archives.rename(path("new"), path("old"));
        assertEquals("new", Files.readString(folder.resolve("old")));
        archives.remove(path("old"));
        archives.remove(path("old"));
        assertFalse(Files.exists(folder.resolve("old")));
    }

    @Test
    void saysWhatItCouldNotDo() {
        String message = assertThrows(IOException.class, () -> archives.create(path("no/such/a"))).getMessage();

        assertTrue(message.startsWith("cannot write " + path("no/such/a") + ": no such file"), message);
    }
}
