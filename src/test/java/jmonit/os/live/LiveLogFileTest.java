package jmonit.os.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveLogFileTest {

    @TempDir
    private Path folder;

    private Path path;
    private long now;
    private LiveLogFile log;

    @BeforeEach
    void open() throws IOException {
        path = folder.resolve("log");
        Files.writeString(path, "before\n");
        log = new LiveLogFile(path.toString(), () -> now);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void append(String line) throws IOException {
        log.append((line + "\n").getBytes(UTF_8));
    }

    private Path rotate() throws IOException {
        return Files.move(path, folder.resolve("log.1"));
    }

    @Test
    void appends() throws IOException {
        append("a");
        append("b");

        assertEquals("before\na\nb\n", Files.readString(path));
    }

    @Test
    void noticesWithinASecondThatTheFileWasMovedAway() throws IOException {
        var moved = rotate();

        append("at once");
        now += TimeUnit.SECONDS.toNanos(1);
        append("later");

        assertEquals("before\nat once\n", Files.readString(moved));
        assertEquals("later\n", Files.readString(path));
    }

    @Test
    void noticesThatTheFileWasReplaced() throws IOException {
        rotate();
        Files.writeString(path, "made by logrotate\n");

        now += TimeUnit.SECONDS.toNanos(1);
        append("later");

        assertEquals("made by logrotate\nlater\n", Files.readString(path));
    }

    @Test
    void goesToTheNewFileAtOnceWhenTold() throws IOException {
        rotate();

        log.reopen();
        append("next");

        assertEquals("next\n", Files.readString(path));
    }

    @Test
    void staysWithAFileThatWasCutShort() throws IOException {
        Files.writeString(path, "");

        append("a");

        assertEquals("a\n", Files.readString(path));
    }

    @Test
    void keepsTheOldFileWhileANewOneCannotBeMade() throws IOException {
        var gone = rotate();
        Files.createDirectory(path);

        now += TimeUnit.SECONDS.toNanos(1);
        assertThrows(IOException.class, () -> append("lost"));
        append("kept");

        assertEquals("before\nkept\n", Files.readString(gone));
    }

    @Test
    void saysAtOnceThatItCannotBeWritten() {
        var missing = folder.resolve("no/log");

        assertEquals("cannot write the log file " + missing + " (No such file or directory)",
                assertThrows(IOException.class, () -> new LiveLogFile(missing.toString(), () -> 0)).getMessage());
        assertFalse(Files.exists(missing));
    }
}
