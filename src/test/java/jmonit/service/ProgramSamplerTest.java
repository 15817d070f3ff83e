package jmonit.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jmonit.catalog.Look;
import jmonit.model.Action;
import jmonit.model.Answer;
import jmonit.model.Command;
import jmonit.model.Commands;
import jmonit.model.Condition;
import jmonit.model.Limits;
import jmonit.model.Mode;
import jmonit.model.OnReboot;
import jmonit.model.Origin;
import jmonit.model.Pattern;
import jmonit.model.Presence;
import jmonit.model.Reading;
import jmonit.model.Rule;
import jmonit.model.RunAs;
import jmonit.model.Sample;
import jmonit.model.Schedule;
import jmonit.model.Service;
import jmonit.model.Subject;
import jmonit.model.Trace;
import jmonit.model.Unit;
import jmonit.model.Window;
import jmonit.os.Ended;
import jmonit.os.FakeFiles;
import jmonit.os.FakePrograms;
import org.junit.jupiter.api.Test;

class ProgramSamplerTest {

    private static final Instant NOW = Instant.parse("2026-11-21T07:21:43Z");
    private static final Trace TRACE = new Trace(Map.of("kept", "as it is"));

    private final FakePrograms programs = new FakePrograms(_ -> { });
    private final FakeFiles files = new FakeFiles().file("/etc/bad", "ERROR\nBAD\n\nnothing\n");

    @Test
    void tellsStatusOutputAndTime() throws Exception {
        programs.ends("/bin/check", 3, "line two\n", "line one\n");

        var sample = look();

        assertEquals(Presence.HERE, sample.presence());
        assertEquals(3, sample.readings().amount("status", Unit.COUNT).orElseThrow());
        assertEquals("line two\nline one", sample.readings().text("content").orElseThrow());
        assertEquals(20, sample.readings().amount("duration", Unit.MILLISECONDS).orElseThrow());
        assertEquals(new Reading.Moment(NOW), sample.readings().of("started"));
        assertEquals(TRACE, sample.trace());
    }

    @Test
    void givesTheProgramOurEnvironmentAndTheNameOfTheService() throws Exception {
        programs.ends("/bin/check", 0, "", "");

        look();

        assertEquals(Map.of("PATH", "/bin", "MONIT_SERVICE", "web"), programs.started().getFirst().environment());
        assertEquals(List.of("/bin/check", "-q"), programs.started().getFirst().words());
    }

    @Test
    void killsAProgramThatTakesTooLong() throws Exception {
        var sample = look();

        assertEquals(List.of("/bin/check"), programs.killed());
        assertEquals(9, sample.readings().amount("status", Unit.COUNT).orElseThrow());
        assertEquals("started", sample.readings().text("content").orElseThrow());
        assertEquals(3000, sample.readings().amount("overdue", Unit.MILLISECONDS).orElseThrow());
        assertEquals(FakePrograms.PID, sample.readings().amount("pid", Unit.COUNT).orElseThrow());
    }

    @Test
    void killsTheProgramWhenTheLookIsCutShort() {
        programs.interrupts("/bin/check");

        assertThrows(InterruptedException.class, this::look);

        assertEquals(List.of("/bin/check"), programs.killed());
    }

    @Test
    void saysWhyAProgramDidNotRun() throws Exception {
        programs.ends("/bin/check", Ended.refused("Exec format error"));

        var sample = look();

        assertEquals(new Presence.Unreadable("failed to execute '/bin/check' -- Exec format error"), sample.presence());
        assertTrue(sample.readings().values().isEmpty());
    }

    @Test
    void looksForThePatternsOfEachRule() throws Exception {
        programs.ends("/bin/check", 0, "", "first line\nBAD line\n");

        var sample = look(new Condition.Changed("status"), new Condition.Matches("content", new Pattern.Regex("^first line.BAD line$"), false),
                new Condition.Matches("content", new Pattern.Regex("^BAD"), true),
                new Condition.Matches("content", new Pattern.FromFile("/etc/bad"), false));

        assertEquals(Map.of(1, new Answer.Lines(1, List.of()), 2, new Answer.Lines(0, List.of()), 3, new Answer.Lines(1, List.of())),
                sample.answers());
    }

    @Test
    void saysWhyPatternsCannotBeRead() throws Exception {
        programs.ends("/bin/check", 0, "", "");

        var answer = look(new Condition.Matches("content", new Pattern.FromFile("/missing"), false)).answers().get(0);

        assertTrue(answer instanceof Answer.Skipped(String because) && because.contains("/missing"), answer.toString());
    }

    private Sample look(Condition... conditions) throws InterruptedException {
        var origin = new Origin("monitrc", 1);
        var rules = List.of(conditions).stream().map(c -> new Rule(c, Window.ONCE, Action.ALERT, Window.ONCE, Action.ALERT, origin)).toList();
        var command = new Command(List.of("/bin/check", "-q"), RunAs.MYSELF, Duration.ofSeconds(3));
        var care = new Service.Care(Mode.ACTIVE, OnReboot.START, Schedule.EVERY_CYCLE, List.of(), List.of());
        var service = new Service("web", "program", new Subject.Program(command), Commands.NONE, rules, List.of(), care, List.of(), origin);
        var limits = new Limits(Map.of("programOutput", 512L), Map.of());
        return new ProgramSampler(programs, files, Map.of("PATH", "/bin")).look(new Look(service, limits, TRACE, NOW));
    }
}
