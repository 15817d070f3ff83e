package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.os.PidFile.Claim;

class LivePidFileTest {

    private static final long SELF = ProcessHandle.current().pid();

    @TempDir
    private Path folder;

    private final LivePidFile pidFile = new LivePidFile();

    private String path() {
        return folder.resolve("pid").toString();
    }

    private Claim.Kept take() throws IOException {
        return assertInstanceOf(Claim.Kept.class, pidFile.take(path()));
    }

    @Test
    void holdsTheProcessIdUntilItIsGivenBack() throws IOException {
        try (var _ = take()) {
            assertEquals(SELF + "\n", Files.readString(Path.of(path())));
            assertEquals(OptionalLong.of(SELF), pidFile.keeper(path()));
        }

        assertFalse(Files.exists(Path.of(path())));
        assertEquals(OptionalLong.empty(), pidFile.keeper(path()));
    }

    @Test
    void isTakenOnlyOnce() throws IOException {
        try (var _ = take()) {
            assertEquals(new Claim.Taken(SELF), pidFile.take(path()));
        }

        take().close();
    }

    @Test
    void staysOursWhenSomethingInThisProcessReadsIt() throws IOException {
        try (var _ = take()) {
            Files.readString(Path.of(path()));

            assertEquals(OptionalLong.of(SELF), pidFile.keeper(path()));
            assertEquals(new Claim.Taken(SELF), pidFile.take(path()));
        }
    }

    @Test
    void countsForNothingWhenADeadProcessLeftIt() throws IOException {
        Files.writeString(Path.of(path()), "1234567890123\nand more of it\n");

        assertEquals(OptionalLong.empty(), pidFile.keeper(path()));
        try (var _ = take()) {
            assertEquals(SELF + "\n", Files.readString(Path.of(path())));
        }
    }

    @Test
    void isNotTakenFromARunningMonit() throws IOException {
        var monit = Files.copy(Path.of("/bin/sleep"), folder.resolve("monit"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        var process = new ProcessBuilder(monit.toString(), "60").start();
        try {
            Files.writeString(Path.of(path()), process.pid() + "\n");

            assertEquals("Monit runs with process id " + process.pid() + " and keeps " + path() + ": stop it first, with \"monit quit\"",
                    assertThrows(IOException.class, () -> pidFile.take(path())).getMessage());
            assertEquals(process.pid() + "\n", Files.readString(Path.of(path())));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void leavesAFileAloneThatIsNotTheOneItTook() throws IOException {
        try (var _ = take()) {
            Files.delete(Path.of(path()));
            Files.writeString(Path.of(path()), "99\n");
        }

        assertEquals("99\n", Files.readString(Path.of(path())));
    }

    @Test
    void mayNeedAFolderThatIsNotThere() {
        var missing = folder.resolve("no/pid").toString();

        assertEquals("cannot keep the process id in " + missing + ": No such file or directory",
                assertThrows(IOException.class, () -> pidFile.take(missing)).getMessage());
        assertEquals("cannot keep the process id in " + folder + ": it is not a regular file",
                assertThrows(IOException.class, () -> pidFile.take(folder.toString())).getMessage());
    }
}
