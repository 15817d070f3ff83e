package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.os.FileFacts.Kind;

class LiveDiskTest {

    private final LiveDisk disk = new LiveDisk();

    @TempDir
    Path directory;

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    @Test
    void tellsWhatStatTells() throws IOException {
        var file = Files.writeString(directory.resolve("f"), "hello\n");
        Files.createLink(directory.resolve("g"), file);

        var status = disk.status(path("f")).orElseThrow();

        assertEquals(Kind.FILE, status.kind());
        assertEquals(6, status.size());
        assertEquals(2, status.links());
        assertEquals(Files.getLastModifiedTime(file).toInstant(), status.modified());
        assertEquals(status.identity(), disk.status(path("g")).orElseThrow().identity());
    }

    @Test
    void findsNothingWhereNothingIs() throws IOException {
        Files.createSymbolicLink(directory.resolve("dangling"), Path.of("nowhere"));
        Files.writeString(directory.resolve("f"), "");

        assertEquals(Optional.empty(), disk.status(path("dangling")));
        assertEquals(Optional.empty(), disk.status(path("f/below")));
        assertEquals(Optional.empty(), disk.status(""));
    }

    @Test
    void readsAPartOfAFile() throws IOException {
        var content = new byte[300_000];
        new Random(1).nextBytes(content);
        Files.write(directory.resolve("f"), content);
        var room = new byte[250_000];

        try (var file = disk.open(path("f"))) {
            assertEquals(200_000, file.read(room, 7, 200_000, 1_000));
            assertArrayEquals(Arrays.copyOfRange(content, 1_000, 201_000), Arrays.copyOfRange(room, 7, 200_007));
            assertEquals(100, file.read(room, 0, 1_000, 299_900));
            assertEquals(0, file.read(room, 0, 10, 400_000));
        }
    }

    @Test
    void doesNotOpenWhatIsNoFile() {
        assertEquals("cannot read " + directory + ": it is a directory, not a regular file",
                assertThrows(IOException.class, () -> disk.open(directory.toString())).getMessage());
    }

    @Test
    void findsFilesWithTheSameBegin() throws IOException {
        for (var name : List.of("x.log", "x.log.1", "x.log-2026", "y.log")) {
            Files.writeString(directory.resolve(name), "");
        }

        var found = disk.namesakes(path("x.log"));

        assertEquals(2, found.size());
        assertTrue(found.containsAll(List.of(path("x.log.1"), path("x.log-2026"))), found.toString());
    }
}
