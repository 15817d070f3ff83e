package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.os.Supervisor;

class LiveSupervisorTest {

    @TempDir
    private Path folder;

    @Test
    void isNobodyWhereNoSocketIsNamed() {
        assertSame(Supervisor.NOBODY, LiveSupervisor.of(Map.of("WATCHDOG_USEC", "90000000"), 1));
        assertSame(Supervisor.NOBODY, LiveSupervisor.of(Map.of("NOTIFY_SOCKET", "notify"), 1));
    }

    @Test
    void waitsForSignsOfLifeOfThisProcessOnly() {
        assertEquals(Optional.of(Duration.ofSeconds(90)), patience("90000000", "7"));
        assertEquals(Optional.empty(), patience("90000000", "8"));
        assertEquals(Optional.empty(), patience("-1", "7"));
        assertEquals(Optional.empty(), patience("9e9", "7"));
    }

    @Test
    void saysWhyNobodyCanBeTold() {
        var gone = LiveSupervisor.of(Map.of("NOTIFY_SOCKET", folder.resolve("gone").toString()), 7);

        assertEquals("No such file or directory", assertThrows(IOException.class, () -> gone.tell("READY=1")).getMessage());
    }

    private static Optional<Duration> patience(String time, String pid) {
        var environment = Map.of("NOTIFY_SOCKET", "/run/systemd/notify", "WATCHDOG_USEC", time, "WATCHDOG_PID", pid);
        return LiveSupervisor.of(environment, 7).patience();
    }
}
