package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.junit.jupiter.api.Test;

class InheritedTest {

    private static final Map<String, String> OURS = Map.of("LC_ALL", "C.UTF-8", "MALLOC_ARENA_MAX", "1", "PATH", "/bin");

    @Test
    void forgetsWhatTheLauncherAdded() {
        var before = Map.of("jmonit.env.LC_ALL", "", "jmonit.env.MALLOC_ARENA_MAX", "");

        assertEquals(Map.of("PATH", "/bin"), new Inherited(OURS, before).variables());
    }

    @Test
    void hasWhatTheLauncherReplaced() {
        var before = Map.of("jmonit.env.LC_ALL", "de_DE.UTF-8", "jmonit.env.MALLOC_ARENA_MAX", "");

        assertEquals(Map.of("PATH", "/bin", "LC_ALL", "de_DE.UTF-8"), new Inherited(OURS, before).variables());
    }

    @Test
    void leavesAllAsItIsWithoutALauncher() {
        assertEquals(OURS, new Inherited(OURS, Map.of()).variables());
    }

    @Test
    void keepsForItselfHowToSpeakToSystemd() {
        var environment = Map.of("PATH", "/bin", "NOTIFY_SOCKET", "/run/systemd/notify", "WATCHDOG_USEC", "90", "WATCHDOG_PID", "1");

        assertEquals(Map.of("PATH", "/bin"), new Inherited(environment, Map.of()).variables());
    }
}
