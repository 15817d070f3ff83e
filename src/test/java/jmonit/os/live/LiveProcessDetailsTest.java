package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveProcessDetailsTest {

    private static final int SELF = (int) ProcessHandle.current().pid();

    private final LiveProcessDetails details = new LiveProcessDetails();

    @Test
    void tellsWhoAProcessRunsAs() throws IOException {
        var self = Path.of("/proc/self");

        var owner = details.owner(SELF);

        assertEquals((int) Files.getAttribute(self, "unix:uid"), owner.uid());
        assertEquals(owner.uid(), owner.euid());
        assertEquals((int) Files.getAttribute(self, "unix:gid"), owner.gid());
    }

    @Test
    void countsOpenFilesAndKnowsTheirLimit(@TempDir Path directory) throws IOException {
        var before = details.openFiles(SELF);
        try (var _ = Files.newOutputStream(directory.resolve("open"))) {
            assertEquals(before + 1, details.openFiles(SELF));
        }

        assertTrue(details.openFilesLimit(SELF).soft() >= before);
        assertTrue(details.openFilesLimit(SELF).hard() >= details.openFilesLimit(SELF).soft());
    }

    @Test
    void countsWhatIsRead(@TempDir Path directory) throws IOException {
        var file = Files.write(directory.resolve("file"), new byte[100_000]);
        var before = details.traffic(SELF).read();

        Files.readAllBytes(file);

        var after = details.traffic(SELF).read();
        assertTrue(after.bytes() - before.bytes() >= 100_000, before + " " + after);
        assertTrue(after.calls() > before.calls(), before + " " + after);
    }

    @Test
    void saysThatAProcessIsGone() {
        var gone = assertThrows(IOException.class, () -> details.owner(4_194_305));

        assertEquals("cannot read /proc/4194305/status: no such process", gone.getMessage());
        assertEquals("", details.securityLabel(4_194_305));
    }

    @Test
    void knowsTheMachineAround() {
        var machine = new LiveSurroundings();

        assertTrue(machine.cores() >= 1 && machine.memory() > 64 << 20);
        assertTrue(machine.uptime().compareTo(Duration.ofSeconds(1)) > 0);
        assertTrue(machine.load(1) >= 0 && machine.load(15) >= 0);
        assertThrows(IllegalArgumentException.class, () -> machine.load(2));
    }
}
