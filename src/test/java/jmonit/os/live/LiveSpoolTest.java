package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSpoolTest {

    @TempDir
    private Path folder;
    private Path directory;
    private LiveSpool spool;

    @BeforeEach
    void begin() {
        directory = folder.resolve("queue");
        spool = new LiveSpool(directory.toString());
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void makesADirectoryThatNobodyElseMayRead() throws IOException {
        assertEquals(List.of(), spool.names());
        assertEquals("rwx------", mode(directory));
    }

    @Test
    void keepsFilesThatNobodyElseMayRead() throws IOException {
        spool.names();
        spool.write("1.alert", "one".getBytes(StandardCharsets.UTF_8));

        assertEquals("one", new String(spool.read("1.alert").orElseThrow(), StandardCharsets.UTF_8));
        assertEquals("rw-------", mode(directory.resolve("1.alert")));
        spool.remove("1.alert");
        spool.remove("1.alert");
        assertEquals(List.of(), spool.names());
        assertEquals(Optional.empty(), spool.read("1.alert"));
    }

    @Test
    void leavesTheOldContentWhereItIsKilledWhileItWritesTheNew() throws IOException {
        spool.names();
        spool.write("1.alert", "two mails".getBytes(StandardCharsets.UTF_8));
        Object before = Files.getAttribute(directory.resolve("1.alert"), "unix:ino");
        spool.write("1.alert", "one mail".getBytes(StandardCharsets.UTF_8));
        Files.writeString(directory.resolve("2.alert.jmonit-new"), "ha");

        assertNotEquals(before, Files.getAttribute(directory.resolve("1.alert"), "unix:ino"));
        assertEquals(List.of("1.alert"), spool.names());
        assertFalse(Files.exists(directory.resolve("2.alert.jmonit-new")));
    }

    @Test
    void saysWhatItCannotDo() throws IOException {
        Files.writeString(directory, "no directory");

        assertEquals("cannot write " + directory.resolve("1.alert.jmonit-new") + ": ",
                assertThrows(IOException.class, () -> spool.write("1.alert", new byte[0])).getMessage().replaceFirst(": .*", ": "));
    }

    @Test
    void readsNothingHuge() throws IOException {
        spool.names();
        Files.write(directory.resolve("1.alert"), new byte[(1 << 20) + 1]);

        assertEquals("cannot read " + directory.resolve("1.alert") + ": more than 1 MB",
                assertThrows(IOException.class, () -> spool.read("1.alert")).getMessage());
    }
}
