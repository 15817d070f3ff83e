package jmonit.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jmonit.model.Action;
import jmonit.model.Amount;
import jmonit.model.Answer;
import jmonit.model.Command;
import jmonit.model.Commands;
import jmonit.model.Comparison;
import jmonit.model.Condition;
import jmonit.model.EventKind;
import jmonit.model.Mode;
import jmonit.model.OnReboot;
import jmonit.model.Origin;
import jmonit.model.Pattern;
import jmonit.model.Presence;
import jmonit.model.Readings;
import jmonit.model.Rule;
import jmonit.model.RunAs;
import jmonit.model.Sample;
import jmonit.model.Schedule;
import jmonit.model.Service;
import jmonit.model.Subject;
import jmonit.model.Trace;
import jmonit.model.Unit;
import jmonit.model.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts are those of Monit 5.33, taken from its log. */
class ProgramJudgeTest {

    private static final Origin ORIGIN = new Origin("monitrc", 1);
    private static final Condition MATCHES = new Condition.Matches("content", new Pattern.Regex("ERROR"), false);
    private static final Condition LACKS = new Condition.Matches("content", new Pattern.Regex("fine"), true);
    private static final Service SERVICE = new Service("web", "program",
            new Subject.Program(new Command(List.of("/bin/check"), RunAs.MYSELF, Duration.ofSeconds(3))), Commands.NONE, List.of(), List.of(),
            new Service.Care(Mode.ACTIVE, OnReboot.START, Schedule.EVERY_CYCLE, List.of(), List.of()), List.of(), ORIGIN);

    private final ProgramJudge judge = new ProgramJudge();

    @Test
    void tellsStatusAndOutput() {
        assertEquals(new Verdict.Tripped("status failed (3) -- line two\nline one"), status("!=", 0, ended(3, "line two\nline one")));
        assertEquals(new Verdict.Tripped("status failed (9) -- no output"), status("!=", 0, ended(9, "")));
        assertEquals(new Verdict.Clear("status succeeded (0) -- no newline"), status("!=", 0, ended(0, "no newline")));
    }

    @ParameterizedTest
    @CsvSource({"=, 3", ">, 2", ">=, 3", "<, 4", "<=, 3", "!=, 2"})
    void comparesTheStatus(String sign, int limit) {
        assertInstanceOf(Verdict.Tripped.class, status(sign, limit, ended(3, "")));
        assertInstanceOf(Verdict.Clear.class, status(opposite(sign), limit, ended(3, "")));
    }

    @Test
    void tellsAChangeOfStatus() {
        var changed = new Condition.Changed("status");

        assertEquals("0", judge(changed, "", ended(0, "")).memory());
        assertInstanceOf(Verdict.Unknown.class, judge(changed, "", ended(0, "")).verdict());
        assertEquals(new Judgement(new Verdict.Tripped("status changed (0 -> 5) -- no output"), "5"), judge(changed, "0", ended(5, "")));
        assertEquals(new Judgement(new Verdict.Clear("status didn't change (7) -- bla"), "7"), judge(changed, "7", ended(7, "bla")));
    }

    @Test
    void tellsAChangeOfContent() {
        var changed = new Condition.Changed("content");
        var first = judge(changed, "", ended(0, "old"));

        assertInstanceOf(Verdict.Unknown.class, first.verdict());
        assertEquals(new Verdict.Clear("content didn't change on program output:\nold\n"), judge(changed, first.memory(), ended(1, "old")).verdict());
        assertEquals(new Verdict.Tripped("content changed on program output:\nnew\n"), judge(changed, first.memory(), ended(0, "new")).verdict());
    }

    @Test
    void tellsThatContentStaysAsItWas() {
        var unchanged = new Condition.Unchanged("content");
        var first = judge(unchanged, "", ended(0, ""));

        assertInstanceOf(Verdict.Tripped.class, judge(unchanged, first.memory(), ended(0, "")).verdict());
        assertInstanceOf(Verdict.Clear.class, judge(unchanged, first.memory(), ended(0, "new")).verdict());
    }

    @Test
    void tellsAMatch() {
        var output = ended(0, "two ERROR here\nsecond");

        assertEquals(new Verdict.Tripped("content match on program output:\ntwo ERROR here\nsecond\n"), content(MATCHES, 1, output));
        assertEquals(new Verdict.Clear("content doesn't match on program output:\n"), content(MATCHES, 0, ended(0, "")));
    }

    @Test
    void tellsThatThereIsNoMatch() {
        assertEquals(new Verdict.Tripped("content match on program output:\n\n"), content(LACKS, 0, ended(0, "")));
        assertEquals(new Verdict.Clear("content doesn't match on program output:\nall fine"), content(LACKS, 1, ended(0, "all fine")));
    }

    @Test
    void hasNoOpinionWhereThePatternsCouldNotBeRead() {
        var sample = new Sample(Presence.HERE, ended(0, ""), Map.of(0, new Answer.Skipped("cannot read /p")), Trace.NONE);

        assertEquals(new Verdict.Unknown("cannot read /p"), judge(MATCHES, "", sample).verdict());
    }

    @Test
    void tellsThatAProgramCannotRun() {
        var sample = Sample.absent(new Presence.Unreadable("failed to execute '/bin/check' -- Exec format error"), Trace.NONE);
        var runs = judge.standing(SERVICE).getFirst().when();

        assertEquals(EventKind.EXEC, judge.kind(runs));
        assertEquals(new Verdict.Tripped("failed to execute '/bin/check' -- Exec format error"), judge(runs, "", sample).verdict());
        assertEquals(new Verdict.Clear("program started"), judge(runs, "", ended(0, "")).verdict());
    }

    @Test
    void forgetsNothingWhileAProgramCannotRun() {
        var sample = Sample.absent(new Presence.Unreadable("failed to execute '/bin/check' -- Permission denied"), Trace.NONE);
        var judgement = judge(new Condition.Changed("status"), "5", sample);

        assertInstanceOf(Verdict.Unknown.class, judgement.verdict());
        assertEquals("5", judgement.memory());
    }

    @ParameterizedTest
    @CsvSource({"3000, 3 s", "66000, 1.100 m", "300000, 5 m", "500, 500 ms", "7200000, 2 h"})
    void tellsThatAProgramTookTooLong(long milliseconds, String time) {
        var inTime = judge.standing(SERVICE).get(1);
        var late = new Readings.Notes().amount("overdue", Unit.MILLISECONDS, milliseconds).count("pid", 9515).readings();

        assertEquals(new Verdict.Tripped("program timed out after " + time + ". Killing program with pid 9515"),
                judge(inTime.when(), "", late).verdict());
        assertInstanceOf(Verdict.Clear.class, judge(inTime.when(), "", ended(0, "")).verdict());
        assertInstanceOf(Action.Ignore.class, inTime.then());
    }

    @Test
    void judgesStatusThenContentThenItsChanges() {
        var ranks = List.of(judge.standing(SERVICE).getFirst().when(), threshold("!=", 0), MATCHES, new Condition.Changed("content")).stream()
                .map(judge::rank).toList();

        assertEquals(List.of(0, 1, 2, 3), ranks);
        assertEquals(judge.rank(threshold("!=", 0)), judge.rank(new Condition.Changed("status")));
    }

    @Test
    void belongsToTheEventsOfMonit() {
        assertEquals(EventKind.STATUS, judge.kind(threshold("=", 0)));
        assertEquals(EventKind.STATUS, judge.kind(new Condition.Changed("status")));
        assertEquals(EventKind.CONTENT, judge.kind(MATCHES));
    }

    @Test
    void hasNoOpinionOnTestsOfOtherTypes() {
        assertTrue(judge(new Condition.Missing(), "", ended(0, "")).verdict() instanceof Verdict.Unknown);
    }

    private Verdict status(String sign, int limit, Readings readings) {
        return judge(threshold(sign, limit), "", readings).verdict();
    }

    private Verdict content(Condition condition, int matching, Readings readings) {
        return judge(condition, "", new Sample(Presence.HERE, readings, Map.of(0, new Answer.Lines(matching, List.of())), Trace.NONE)).verdict();
    }

    private Judgement judge(Condition condition, String memory, Readings readings) {
        return judge(condition, memory, new Sample(Presence.HERE, readings, Map.of(), Trace.NONE));
    }

    private Judgement judge(Condition condition, String memory, Sample sample) {
        var rule = new Rule(condition, Window.ONCE, Action.ALERT, Window.ONCE, Action.ALERT, ORIGIN);
        return judge.judge(new Question(SERVICE, rule, 0, sample, memory, Instant.EPOCH));
    }

    private static Condition threshold(String sign, int limit) {
        var comparison = List.of(Comparison.values()).stream().filter(c -> c.sign().equals(sign)).findFirst().orElseThrow();
        return new Condition.Threshold("status", comparison, Amount.of(limit, Unit.COUNT));
    }

    private static String opposite(String sign) {
        return Map.of("=", "!=", "!=", "=", ">", "<=", "<=", ">", "<", ">=", ">=", "<").get(sign);
    }

    private static Readings ended(int status, String output) {
        return new Readings.Notes().count("status", status).text("content", output).readings();
    }
}
