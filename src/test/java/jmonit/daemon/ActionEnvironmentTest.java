package jmonit.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import jmonit.daemon.ActionEnvironment.Occasion;
import jmonit.model.Commands;
import jmonit.model.Mode;
import jmonit.model.OnReboot;
import jmonit.model.Origin;
import jmonit.model.Readings;
import jmonit.model.Schedule;
import jmonit.model.Service;
import jmonit.model.Subject;
import jmonit.model.Unit;
import org.junit.jupiter.api.Test;

/** Names and values as Monit 5.33 gives them. */
class ActionEnvironmentTest {

    private static final Instant AT = Instant.parse("2026-11-01T06:21:43Z");
    private static final Occasion FAILED = new Occasion("Does not exist", "file doesn't exist", AT);

    private final ActionEnvironment environment =
            new ActionEnvironment(Map.of("FOO", "bar", "MONIT_EVENT", "old"), "vm", ZoneId.of("Europe/Paris"));

    @Test
    void tellsWhatHappenedAndKeepsWhatIsInherited() {
        assertEquals(Map.of("FOO", "bar", "MONIT_SERVICE", "web", "MONIT_HOST", "vm", "MONIT_DATE", "Sun, 01 Nov 2026 07:21:43",
                "MONIT_EVENT", "Does not exist", "MONIT_DESCRIPTION", "file doesn't exist"), of("file", Readings.NONE));
    }

    @Test
    void tellsTheStatusOfAProgram() {
        assertEquals("3", of("program", new Readings.Notes().count("status", 3).readings()).get("MONIT_PROGRAM_STATUS"));
        assertEquals("0", of("program", Readings.NONE).get("MONIT_PROGRAM_STATUS"));
    }

    @Test
    void tellsAboutAProcess() {
        var variables = of("process", new Readings.Notes().count("pid", 13727).amount("memory", Unit.BYTES, 1684 * 1024 + 5)
                .count("children", 0).amount("cpu", Unit.PERCENT, 12.34).readings());

        assertEquals(List.of("13727", "1684", "0", "12.3"), process(variables));
    }

    @Test
    void tellsThatThereIsNoProcess() {
        assertEquals(List.of("-1", "0", "-1", "-1.0"), process(of("process", Readings.NONE)));
    }

    private static List<String> process(Map<String, String> variables) {
        return List.of("PID", "MEMORY", "CHILDREN", "CPU_PERCENT").stream().map(name -> variables.get("MONIT_PROCESS_" + name)).toList();
    }

    private Map<String, String> of(String type, Readings readings) {
        var care = new Service.Care(Mode.ACTIVE, OnReboot.START, Schedule.EVERY_CYCLE, List.of(), List.of());
        var service = new Service("web", type, new Subject.Path("/x"), Commands.NONE, List.of(), List.of(), care, List.of(),
                new Origin("rc", 1));
        return environment.of(service, FAILED, readings);
    }
}
