package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import jmonit.model.Outlet;
import jmonit.model.Way;
import jmonit.os.Ended;
import jmonit.os.FakePrograms;

class ProgramCarrierTest {

    private static final String PAGE = "/usr/local/bin/page";

    private final FakePrograms programs = new FakePrograms(_ -> { });

    private Reply tell() throws InterruptedException {
        Outlet outlet = Happenings.controlFile("set exec page program \"" + PAGE + " --loud\" as uid 7 timeout 3 seconds\n").settings().outlets().getFirst();
        var around = new ProgramCarrier.Surroundings(Map.of("PATH", "/bin"), "plum", ZoneOffset.UTC);
        return new ProgramCarrier(programs, ((Way.Program) outlet.way()).command(), around).tell(Told.of(Happenings.event(5, "web")));
    }

    @Test
    void tellsAProgramWhatHappened() throws InterruptedException {
        programs.ends(PAGE, 0, "", "");

        assertEquals(new Reply.Taken(), tell());

        var launch = programs.started().getFirst();
        assertEquals(List.of(PAGE, "--loud"), launch.words());
        assertTrue(launch.input().startsWith("{\"id\":1795258517000005,\"at\":\"2026-11-21T10:55:17.000Z\",\"host\":\"plum\",\"service\":\"web\""), launch.input());
        assertTrue(launch.input().endsWith("}\n"), launch.input());
        assertEquals(Map.of("PATH", "/bin", "MONIT_SERVICE", "web", "MONIT_HOST", "plum", "MONIT_DATE", "Sat, 21 Nov 2026 10:55:17",
                "MONIT_EVENT", "Size failed", "MONIT_DESCRIPTION", "it is too large", "JMONIT_EVENT_ID", "1795258517000005", "JMONIT_TYPE", "file",
                "JMONIT_KIND", "size", "JMONIT_SIDE", "failed"), without(launch.environment(), "JMONIT_ACTION"));
    }

    private static Map<String, String> without(Map<String, String> all, String name) {
        var left = new java.util.HashMap<>(all);
        left.remove(name);
        return left;
    }

    @Test
    void believesItsExitCode() throws InterruptedException {
        programs.ends(PAGE, 75, "no line\nto the pager", "");
        assertEquals(new Reply.Postponed(PAGE + ": exit status 75 -- no line to the pager"), tell());

        programs.ends(PAGE, 1, "", "unknown number");
        assertEquals(new Reply.Refused(PAGE + ": exit status 1 -- unknown number"), tell());

        programs.ends(PAGE, Ended.refused("No such file or directory"));
        assertEquals(new Reply.Later(PAGE + ": No such file or directory", Duration.ZERO), tell());
    }

    @Test
    void endsAProgramThatDoesNot() throws InterruptedException {
        assertEquals(new Reply.Postponed(PAGE + " did not end in time"), tell());
        assertEquals(List.of(PAGE), programs.killed());
    }

    @Test
    void leavesNoneBehindWhenItIsInterrupted() {
        programs.interrupts(PAGE);

        assertThrows(InterruptedException.class, this::tell);
        assertEquals(List.of(PAGE), programs.killed());
    }
}
