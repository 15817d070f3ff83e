package jmonit.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import jmonit.model.Action;
import jmonit.model.Amount;
import jmonit.model.Answer;
import jmonit.model.Commands;
import jmonit.model.Comparison;
import jmonit.model.Condition;
import jmonit.model.Digest;
import jmonit.model.EventKind;
import jmonit.model.Mode;
import jmonit.model.OnReboot;
import jmonit.model.Origin;
import jmonit.model.Pattern;
import jmonit.model.Presence;
import jmonit.model.Principal;
import jmonit.model.Readings.Notes;
import jmonit.model.Rule;
import jmonit.model.Sample;
import jmonit.model.Schedule;
import jmonit.model.Service;
import jmonit.model.Subject;
import jmonit.model.Trace;
import jmonit.model.Unit;
import jmonit.model.Window;

/** The words were seen in the log of Monit 5.33. */
class PathJudgeTest {

    private static final Instant NOW = Instant.parse("2026-11-21T07:23:20.9Z");
    private final Judge judge = new PathJudge("file", ZoneOffset.UTC);
    private String memory = "";

    private static Service service(Condition condition) {
        var rule = new Rule(condition, Window.ONCE, Action.ALERT, Window.ONCE, Action.ALERT, new Origin("rc", 1));
        return new Service("f", "file", new Subject.Path("/x/f"), Commands.NONE, List.of(rule), List.of(),
                new Service.Care(Mode.ACTIVE, OnReboot.START, Schedule.EVERY_CYCLE, List.of(), List.of()), List.of(), new Origin("rc", 1));
    }

    private String judge(Condition condition, Sample sample) {
        return judge(judge, condition, sample);
    }

    private String judge(Judge judge, Condition condition, Sample sample) {
        var service = service(condition);
        var judgement = judge.judge(new Question(service, service.rules().getFirst(), 0, sample, memory, NOW));
        memory = judgement.memory();
        return switch (judgement.verdict()) {
            case Verdict.Tripped(String because) -> "tripped: " + because;
            case Verdict.Clear clear -> "clear: " + clear.because();
            case Verdict.Unknown _ -> "unknown";
        };
    }

    private static Sample here(Notes notes) {
        return new Sample(Presence.HERE, notes.text("type", "file").readings(), Map.of(), Trace.NONE);
    }

    private static Sample absent(Presence presence) {
        return Sample.absent(presence, Trace.NONE);
    }

    private static Condition threshold(String metric, Comparison comparison, double limit) {
        return new Condition.Threshold(metric, comparison, Amount.of(limit, Unit.COUNT));
    }

    @Test
    void tellsWhetherAFileExists() {
        assertEquals("tripped: file doesn't exist", judge(new Condition.Missing(), absent(new Presence.Missing("file doesn't exist"))));
        assertEquals("clear: file exists", judge(new Condition.Missing(), here(new Notes())));
        assertEquals("tripped: file exists", judge(new Condition.Present(), here(new Notes())));
        assertEquals("clear: file doesn't exist", judge(new Condition.Present(), absent(new Presence.Missing("file doesn't exist"))));
        assertEquals("unknown", judge(new Condition.Missing(), absent(new Presence.Unreadable("cannot look"))));
    }

    @Test
    void restartsWhatIsOfTheWrongKind() {
        var standing = judge.standing(service(new Condition.Missing())).getFirst();

        assertEquals(new Action.Restart(), standing.then());
        assertEquals(EventKind.INVALID, judge.kind(standing.when()));
        assertEquals("tripped: is neither a regular file nor a socket",
                judge(standing.when(), absent(new Presence.WrongKind("is neither a regular file nor a socket"))));
        assertEquals("clear: is a regular file", judge(standing.when(), here(new Notes())));
        assertEquals("clear: is directory", judge(new PathJudge("directory", ZoneOffset.UTC), standing.when(), here(new Notes())));
        assertEquals("clear: is fifo", judge(new PathJudge("fifo", ZoneOffset.UTC), standing.when(), here(new Notes())));
    }

    @Test
    void tellsWhatCannotBeRead() {
        var data = new Condition.Sound(PathJudge.DATA);

        assertEquals(EventKind.DATA, judge.kind(data));
        assertEquals("tripped: cannot look at /x/f: permission denied", judge(data, absent(new Presence.Unreadable("cannot look at /x/f: permission denied"))));
        assertEquals("tripped: cannot compute checksum for /x/f -- cannot read /x/f: permission denied",
                judge(data, here(new Notes().absent("checksum", Unit.COUNT, "cannot read /x/f: permission denied"))));
        assertEquals("clear: file can be read", judge(data, here(new Notes())));
    }

    @Test
    void judgesNothingElseWhereThereIsNoFile() {
        assertEquals("unknown", judge(threshold("size", Comparison.GREATER, 1), absent(new Presence.Missing("file doesn't exist"))));
        assertEquals("unknown", judge(new Condition.Differs("permission", "644"), absent(new Presence.WrongKind("is no file"))));
    }

    @Test
    void comparesPermissions() {
        assertEquals("tripped: permission test failed for /x/f [current permission 0600]",
                judge(new Condition.Differs("permission", "644"), here(new Notes().text("permission", "600"))));
        assertEquals("clear: permission test succeeded [current permission 4755]",
                judge(new Condition.Differs("permission", "4755"), here(new Notes().text("permission", "4755"))));
    }

    @Test
    void tellsAChangedPermissionOnce() {
        var changed = new Condition.Changed("permission");

        assertEquals("clear: permission not changed for /x/f", judge(changed, here(new Notes().text("permission", "644"))));
        assertEquals("tripped: permission for /x/f changed from 0644 to 0600", judge(changed, here(new Notes().text("permission", "600"))));
        assertEquals("clear: permission not changed for /x/f", judge(changed, here(new Notes().text("permission", "600"))));
    }

    @Test
    void comparesOwnersByNumberAndByName() {
        var nobody = new Condition.DiffersOwner("uid", new Principal.Named("nobody"));

        assertEquals("tripped: uid test failed for f -- current uid is 0", judge(nobody, here(new Notes().count("uid", 0).count("uid of nobody", 65534))));
        assertEquals("unknown", judge(nobody, here(new Notes().count("uid", 0))));
        assertEquals("clear: gid test succeeded [current gid = 5]",
                judge(new Condition.DiffersOwner("gid", new Principal.Numbered(5)), here(new Notes().count("gid", 5))));
    }

    @Test
    void comparesSizes() {
        var sample = here(new Notes().amount("size", Unit.BYTES, 5_000));

        assertEquals("tripped: size test failed for /x/f -- current size is 4.9 kB", judge(threshold("size", Comparison.GREATER, 3), sample));
        assertEquals("clear: size check succeeded [current size = 4.9 kB]", judge(threshold("size", Comparison.LESS, 3), sample));
    }

    @Test
    void remembersTheSizeOverATimeWithoutFile() {
        var changed = new Condition.Changed("size");

        assertEquals("clear: size has not changed [current size = 6 B]", judge(changed, here(new Notes().amount("size", Unit.BYTES, 6))));
        assertEquals("unknown", judge(changed, absent(new Presence.Missing("file doesn't exist"))));
        assertEquals("tripped: size for /x/f changed to 11 B", judge(changed, here(new Notes().amount("size", Unit.BYTES, 11))));
    }

    @Test
    void comparesAgesInWholeSeconds() {
        var sample = here(new Notes().moment("mtime", Instant.parse("2026-11-21T07:23:15.1Z")));

        assertEquals("clear: modify time test succeeded for /x/f [current modify time is Sat, 21 Nov 2026 07:23:15]",
                judge(threshold("mtime", Comparison.GREATER, Duration.ofSeconds(5).toMillis()), sample));
        assertEquals("tripped: modify time for /x/f failed -- current modify time is Sat, 21 Nov 2026 07:23:15",
                judge(threshold("mtime", Comparison.GREATER, Duration.ofSeconds(4).toMillis()), sample));
    }

    @Test
    void tellsATimeThatChanged() {
        var changed = new Condition.Changed("timestamp");

        assertEquals("unknown", judge(changed, here(new Notes().moment("timestamp", Instant.parse("2026-11-21T07:23:15.1Z")))));
        assertEquals("clear: modify/change time was not changed for /x/f",
                judge(changed, here(new Notes().moment("timestamp", Instant.parse("2026-11-21T07:23:15.1Z")))));
        assertEquals("tripped: modify/change time for /x/f changed from Sat, 21 Nov 2026 07:23:15 to Sat, 21 Nov 2026 07:23:16",
                judge(changed, here(new Notes().moment("timestamp", Instant.parse("2026-11-21T07:23:16Z")))));
        assertEquals("tripped: modify/change time for /x/f changed from Sat, 21 Nov 2026 07:23:16.000000000 to Sat, 21 Nov 2026 07:23:16.250000000",
                judge(changed, here(new Notes().moment("timestamp", Instant.parse("2026-11-21T07:23:16.25Z")))));
    }

    @Test
    void expectsTheSumOfTheStartWhereNoneIsWritten() {
        var differs = new Condition.DiffersSum(Digest.MD5, "");

        assertEquals("clear: checksum is valid", judge(differs, here(new Notes().text("checksum", "aa"))));
        assertEquals("tripped: checksum failed, expected aa got bb", judge(differs, here(new Notes().text("checksum", "bb"))));
        assertEquals("tripped: checksum failed, expected aa got bb", judge(differs, here(new Notes().text("checksum", "bb"))));
        assertEquals("clear: checksum is valid", judge(differs, here(new Notes().text("checksum", "aa"))));
    }

    @Test
    void tellsAChangedSumOnce() {
        var changed = new Condition.Changed("checksum.MD5");

        assertEquals("clear: checksum has not changed", judge(changed, here(new Notes().text("checksum", "aa"))));
        assertEquals("tripped: checksum changed to bb", judge(changed, here(new Notes().text("checksum", "bb"))));
        assertEquals("clear: checksum has not changed", judge(changed, here(new Notes().text("checksum", "bb"))));
    }

    @Test
    void showsTheLinesThatMatch() {
        var matches = new Condition.Matches("content", new Pattern.Regex("x"), false);

        assertEquals("tripped: content match:\nx 1\nx 2\n", judge(matches, answered(new Answer.Lines(2, List.of("x 1", "x 2")))));
        assertEquals("clear: content doesn't match", judge(matches, answered(new Answer.Lines(0, List.of()))));
        assertEquals("unknown", judge(matches, answered(new Answer.Failed("no permission"))));
    }

    private static Sample answered(Answer answer) {
        return new Sample(Presence.HERE, new Notes().readings(), Map.of(0, answer), Trace.NONE);
    }

    @Test
    void tripsWhereATimeDidNotChange() {
        var unchanged = new Condition.Unchanged("size");

        assertEquals("clear: size has not changed [current size = 6 B]", judge(unchanged, here(new Notes().amount("size", Unit.BYTES, 6))));
        assertEquals("tripped: size has not changed [current size = 6 B]", judge(unchanged, here(new Notes().amount("size", Unit.BYTES, 6))));
        assertEquals("clear: size for /x/f changed to 7 B", judge(unchanged, here(new Notes().amount("size", Unit.BYTES, 7))));
    }

    @Test
    void judgesInTheOrderOfMonit() {
        var conditions = new ArrayList<Condition>(List.of(new Condition.Matches("content", new Pattern.Regex("x"), false), new Condition.Changed("mtime"),
                threshold("size", Comparison.LESS, 1), new Condition.DiffersOwner("uid", new Principal.Numbered(1)), new Condition.Sound(PathJudge.KIND),
                new Condition.Differs("permission", "1"), new Condition.Changed("checksum.SHA1"), new Condition.Missing()));

        conditions.sort(Comparator.comparingInt(judge::rank));

        assertEquals(List.of(EventKind.NONEXIST, EventKind.INVALID, EventKind.CHECKSUM, EventKind.PERMISSION, EventKind.UID, EventKind.SIZE,
                EventKind.TIMESTAMP, EventKind.CONTENT), conditions.stream().map(judge::kind).toList());
    }
}
