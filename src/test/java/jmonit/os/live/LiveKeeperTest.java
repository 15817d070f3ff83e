package jmonit.os.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveKeeperTest {

    @TempDir
    private Path folder;
    private final LiveKeeper keeper = new LiveKeeper();

    private String path() {
        return folder.resolve("state").toString();
    }

    @Test
    void keepsForNobodyElse() throws IOException {
        keeper.keep(path(), "one".getBytes(UTF_8));
        keeper.keep(path(), "two".getBytes(UTF_8));

        assertArrayEquals("two".getBytes(UTF_8), keeper.kept(path()).orElseThrow());
        assertEquals("rw-------", java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(path()))));
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    void hasNothingWhereNothingIs() throws IOException {
        assertEquals(Optional.empty(), keeper.kept(path()));
    }

    @Test
    void leavesTheDirectoryAlone() throws IOException {
        keeper.keep(path(), "a long content".getBytes(UTF_8));
        var before = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(folder, before);

        keeper.keep(path(), "short".getBytes(UTF_8));

        assertEquals("short", Files.readString(Path.of(path())));
        assertEquals(before, Files.getLastModifiedTime(folder));
    }

    @Test
    void movesAside() throws IOException {
        Files.writeString(folder.resolve("state"), "foreign");

        assertEquals(path() + ".unusable", keeper.aside(path()));

        assertEquals("foreign", Files.readString(folder.resolve("state.unusable")));
        assertEquals(Optional.empty(), keeper.kept(path()));
    }

    @Test
    void saysWhatStandsInTheWay() throws IOException {
        String missing = folder.resolve("no/state").toString();
        assertEquals("cannot write " + missing + ": no such file or directory",
                assertThrows(IOException.class, () -> keeper.keep(missing, new byte[1])).getMessage());

        Files.createDirectory(Path.of(path()));
        assertEquals("cannot read " + path() + ": not a regular file of at most 256 MB",
                assertThrows(IOException.class, () -> keeper.kept(path())).getMessage());
    }
}
