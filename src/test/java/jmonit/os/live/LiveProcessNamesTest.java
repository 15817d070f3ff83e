package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.os.ProcessNames.Named;

class LiveProcessNamesTest {

    private static final String STAT = "%d (%s) S %d 1 1 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 %d 9 10 11\n";

    @TempDir
    private Path proc;

    private void process(long pid, String name, long parent, long started, String arguments) throws IOException {
        var folder = Files.createDirectory(proc.resolve(Long.toString(pid)));
        Files.writeString(folder.resolve("stat"), STAT.formatted(pid, name, parent, started));
        Files.writeString(folder.resolve("cmdline"), arguments);
    }

    @Test
    void namesAllButTheAskingProcessByTheirArguments() throws IOException {
        process(16, "rcu_gp", 2, 3, "");
        process(1, "init", 0, 1, "/sbin/init\0--x\0");
        process(9, "od) d (name", 1, 4711, "a\0\0b\0");
        process(10, "asking", 1, 9, "jmonit\0procmatch\0");
        Files.createDirectory(proc.resolve("7"));
        Files.createDirectory(proc.resolve("sys"));

        assertEquals(List.of(new Named(1, 0, 1, "/sbin/init --x"), new Named(16, 2, 3, "rcu_gp"), new Named(9, 1, 4711, "a  b")),
                new LiveProcessNames(proc, 10).list());
    }

    @Test
    void seesTheProcessesOfThisMachine() throws IOException {
        assertTrue(new LiveProcessNames().list().stream().anyMatch(p -> p.pid() == 1));
    }
}
