package jmonit.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jmonit.model.Action;
import jmonit.model.Amount;
import jmonit.model.Answer;
import jmonit.model.Commands;
import jmonit.model.Comparison;
import jmonit.model.Condition;
import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.EventKind;
import jmonit.model.Family;
import jmonit.model.Mode;
import jmonit.model.OnReboot;
import jmonit.model.Origin;
import jmonit.model.Presence;
import jmonit.model.Principal;
import jmonit.model.Readings;
import jmonit.model.Readings.Notes;
import jmonit.model.ResponseTime;
import jmonit.model.Rule;
import jmonit.model.Sample;
import jmonit.model.Schedule;
import jmonit.model.Service;
import jmonit.model.Speech;
import jmonit.model.Subject;
import jmonit.model.Tls;
import jmonit.model.Trace;
import jmonit.model.Unit;
import jmonit.model.Window;

/** The words are those of the real Monit 5.33, read from its log. */
class ProcessJudgeTest {

    private static final Origin HERE = new Origin("monitrc", 1);
    private static final Condition ZOMBIE = new Condition.Sound("zombie");
    private static final Readings RUNNING = new Notes().text("state", "running").count("pid", 8676).count("ppid", 1)
            .count("uid", 0).count("euid", 0).count("gid", 0).count("uid of daemon", 1).amount("uptime", Unit.MILLISECONDS, 93_000)
            .text("security attribute", "").readings();

    private final ProcessJudge judge = new ProcessJudge();

    private static Service service(Subject subject) {
        var care = new Service.Care(Mode.ACTIVE, OnReboot.START, Schedule.EVERY_CYCLE, List.of(), List.of());
        return new Service("web", "process", subject, Commands.NONE, List.of(), List.of(), care, List.of(), HERE);
    }

    private static Rule rule(Condition condition) {
        return new Rule(condition, Window.ONCE, Action.ALERT, Window.ONCE, Action.ALERT, HERE);
    }

    private Judgement judge(Condition condition, Sample sample, String memory) {
        return judge.judge(new Question(service(new Subject.PidFile("/run/web.pid")), rule(condition), 0, sample, memory, Instant.EPOCH));
    }

    private String judge(Condition condition, Readings readings) {
        return spoken(judge(condition, new Sample(Presence.HERE, readings, Map.of(), Trace.NONE), "").verdict());
    }

    private static String spoken(Verdict verdict) {
        return verdict.getClass().getSimpleName() + ": " + verdict.because();
    }

    @Test
    void tellsWhetherItRuns() {
        var missing = Sample.absent(new Presence.Missing("process is not running"), Trace.NONE);

        assertEquals("Clear: process is running with pid 8676", judge(new Condition.Missing(), RUNNING));
        assertEquals("Tripped: process is running with pid 8676", judge(new Condition.Present(), RUNNING));
        assertEquals("Tripped: process is not running", spoken(judge(new Condition.Missing(), missing, "").verdict()));
        assertEquals("Clear: process is not running", spoken(judge(new Condition.Present(), missing, "").verdict()));
    }

    @Test
    void asksNothingElseOfWhatIsNotRunningAndForgetsItsPid() {
        var missing = Sample.absent(new Presence.Missing("process is not running"), Trace.NONE);

        for (var condition : List.of(ZOMBIE, new Condition.Changed("pid"), new Condition.DiffersOwner("uid", new Principal.Numbered(1)),
                new Condition.Threshold("cpu", Comparison.LESS, Amount.of(50, Unit.PERCENT)))) {
            assertInstanceOf(Verdict.Unknown.class, judge(condition, missing, "8676").verdict());
        }
        assertEquals("", judge(new Condition.Changed("pid"), missing, "8676").memory());
    }

    @Test
    void tellsAZombie() {
        assertEquals("Clear: zombie check succeeded", judge(ZOMBIE, RUNNING));
        assertEquals("Tripped: process with pid 8720 is a zombie", judge(ZOMBIE, new Notes().text("state", "zombie").count("pid", 8720).readings()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pid  | ''   | Unknown | first look at this process PID
            pid  | 8676 | Clear   | process PID has not changed since last cycle
            pid  | 8600 | Tripped | process PID changed from 8600 to 8676
            ppid | 1    | Clear   | process PPID has not changed since last cycle
            ppid | 7    | Tripped | process PPID changed from 7 to 1
            """)
    void remembersThePidItSawLast(String metric, String memory, String verdict, String because) {
        var judgement = judge(new Condition.Changed(metric), new Sample(Presence.HERE, RUNNING, Map.of(), Trace.NONE), memory);

        assertEquals(verdict + ": " + because, spoken(judgement.verdict()));
        assertEquals(metric.equals("pid") ? "8676" : "1", judgement.memory());
    }

    @Test
    void comparesOwnersByNumberOrName() {
        assertEquals("Tripped: uid test failed for web -- current uid is 0", judge(owner("uid", new Principal.Numbered(1)), RUNNING));
        assertEquals("Tripped: uid test failed for web -- current uid is 0", judge(owner("uid", new Principal.Named("daemon")), RUNNING));
        assertEquals("Clear: euid test succeeded [current euid = 0]", judge(owner("euid", new Principal.Numbered(0)), RUNNING));
        assertEquals("Tripped: gid test failed for web -- current gid is 0", judge(owner("gid", new Principal.Numbered(1)), RUNNING));
        assertEquals("Unknown: no reading of uid", judge(owner("uid", new Principal.Named("nobody-knows")), RUNNING));
    }

    private static Condition owner(String metric, Principal expected) {
        return new Condition.DiffersOwner(metric, expected);
    }

    @Test
    void comparesTheSecurityLabel() {
        var confined = new Notes().text("security attribute", "unconfined").readings();

        assertEquals("Tripped: Security attribute test failed for web -- current attribute is ''",
                judge(new Condition.Differs("security attribute", "unconfined"), RUNNING));
        assertEquals("Clear: Security attribute test succeeded [current attribute = 'unconfined']",
                judge(new Condition.Differs("security attribute", "unconfined"), confined));
    }

    @Test
    void namesWhatItFoundTheProcessByWhenTheUptimeTrips() {
        var young = new Condition.Threshold("uptime", Comparison.LESS, Amount.of(259_200_000, Unit.MILLISECONDS));
        var old = new Condition.Threshold("uptime", Comparison.GREATER, Amount.of(259_200_000, Unit.MILLISECONDS));
        var byPattern = new Question(service(new Subject.Matching("^web")), rule(young), 0,
                new Sample(Presence.HERE, RUNNING, Map.of(), Trace.NONE), "", Instant.EPOCH);

        assertEquals("Tripped: uptime test failed for /run/web.pid -- current uptime is 93 seconds", judge(young, RUNNING));
        assertEquals("Clear: uptime test succeeded [current uptime = 93 seconds]", judge(old, RUNNING));
        assertEquals("uptime test failed for ^web -- current uptime is 93 seconds", judge.judge(byPattern).verdict().because());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cpu | PERCENT | 19.86 | GREATER | 0.1 | cpu usage of 19.9% matches resource limit [cpu usage > 0.1%]
            total.cpu | PERCENT | 19.86 | GREATER_OR_EQUAL | 0.1 | total cpu usage of 19.9% matches resource limit [cpu usage >= 0.1%]
            cpu | PERCENT | 0 | NOT_EQUAL | 33.33 | cpu usage of 0.0% matches resource limit [cpu usage != 33.3%]
            memory | PERCENT | 0.06 | LESS | 90 | mem usage of 0.1% matches resource limit [mem usage < 90.0%]
            memory | BYTES | 14669824 | GREATER | 1048576 | mem amount of 14.0 MB matches resource limit [mem amount > 1 MB]
            memory | BYTES | 10686464 | LESS_OR_EQUAL | 1664299827.2 | mem amount of 10.2 MB matches resource limit [mem amount <= 1.5 GB]
            total.memory | PERCENT | 0.51 | GREATER | 0.1 | total mem amount of 0.5% matches resource limit [total mem amount > 0.1%]
            total.memory | BYTES | 129183744 | GREATER | 1024 | total mem amount of 123.2 MB matches resource limit [total mem amount > 1 kB]
            threads | COUNT | 1 | EQUAL | 1 | threads count 1 matches resource limit [threads = 1]
            children | COUNT | 4 | NOT_EQUAL | 7 | children count 4 matches resource limit [children != 7]
            filedescriptors | COUNT | 5 | GREATER | 1 | filedescriptors usage of 5 matches limit [filedescriptors > 1]
            filedescriptors | PERCENT | 0.025 | LESS | 90 | filedescriptors usage of 0.0% matches limit [filedescriptors < 90.0%]
            total.filedescriptors | COUNT | 20 | GREATER | 1 | total  filedescriptors usage of 20 matches limit [filedescriptors > 1]
            read | BYTES_PER_SECOND | 0 | LESS | 104857600 | read rate 0 B/s matches resource limit [read < 100 MB/s]
            write | BYTES_PER_SECOND | 1996800 | GREATER | 1 | write rate 1.9 MB/s matches resource limit [write > 1 B/s]
            disk.read | BYTES_PER_SECOND | 0 | LESS | 104857600 | physical read activity 0 B/s matches resource limit [read < 100 MB/s]
            disk.write | BYTES_PER_SECOND | 1996800 | GREATER | 1 | physical write activity 1.9 MB/s matches resource limit [write > 1 B/s]
            disk.read | OPERATIONS_PER_SECOND | 0 | LESS | 100 | read rate 0.0 operations/s matches resource limit [read < 100 operations/s]
            disk.write | OPERATIONS_PER_SECOND | 1.94 | GREATER | 0 | write rate 1.9 operations/s matches resource limit [write > 0 operations/s]
            loadavg.1 | LOAD | 0.04 | LESS | 1000 | loadavg (1min) of 0.0 matches resource limit [loadavg (1min) < 1000.0]
            """)
    void saysWhichLimitAFigureMatches(String metric, Unit unit, double value, Comparison comparison, double limit, String because) {
        var readings = new Notes().amount(metric, unit, value).readings();

        assertEquals("Tripped: " + because, judge(new Condition.Threshold(metric, comparison, Amount.of(limit, unit)), readings));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cpu | PERCENT | 19.86 | cpu usage check succeeded [current cpu usage = 19.9%]
            total.cpu | PERCENT | 19.86 | total cpu usage check succeeded [current cpu usage = 19.9%]
            memory | PERCENT | 0.06 | mem usage check succeeded [current mem usage = 0.1%]
            memory | BYTES | 14669824 | mem amount check succeeded [current mem amount = 14.0 MB]
            total.memory | PERCENT | 0.51 | total mem amount check succeeded [current total mem amount = 0.5%]
            total.memory | BYTES | 129183744 | total mem amount check succeeded [current total mem amount = 123.2 MB]
            threads | COUNT | 2 | threads check succeeded [current threads = 2]
            children | COUNT | 4 | children check succeeded [current children = 4]
            filedescriptors | COUNT | 5 | filedescriptors test succeeded [current filedescriptors usage = 5]
            filedescriptors | PERCENT | 0.025 | filedescriptors usage test succeeded [current filedescriptors usage = 0.0%]
            total.filedescriptors | COUNT | 20 | total filedescriptors usage test succeeded [current filedescriptors usage = 20]
            read | BYTES_PER_SECOND | 0 | read rate test succeeded [current read = 0 B/s]
            write | BYTES_PER_SECOND | 1996800 | write rate test succeeded [current write = 1.9 MB/s]
            disk.read | BYTES_PER_SECOND | 0 | physical read activity test succeeded [current read = 0 B/s]
            disk.write | BYTES_PER_SECOND | 1996800 | physical write activity test succeeded [current write = 1.9 MB/s]
            disk.write | OPERATIONS_PER_SECOND | 1.94 | write rate test succeeded [current write = 1.9 operations/s]
            loadavg.5.core | LOAD | 0.3 | loadavg per core (5min) check succeeded [current loadavg per core (5min) = 0.3]
            """)
    void saysThatAFigureIsWell(String metric, Unit unit, double value, String because) {
        var readings = new Notes().amount(metric, unit, value).readings();

        assertEquals("Clear: " + because, judge(new Condition.Threshold(metric, Comparison.GREATER, Amount.of(1e18, unit)), readings));
    }

    @Test
    void hasNoOpinionWithoutAFigure() {
        var first = new Notes().absent("cpu", Unit.PERCENT, "first look at this process").readings();

        assertEquals("Unknown: no reading of cpu", judge(new Condition.Threshold("cpu", Comparison.LESS, Amount.of(50, Unit.PERCENT)), first));
    }

    @Test
    void judgesInTheOrderOfMonit() {
        var conditions = new ArrayList<Condition>(List.of(connected(new Endpoint.Unix("/run/web", false)),
                connected(new Endpoint.Inet("localhost", 80, Family.ANY, false, "")), threshold("cpu"), threshold("total.filedescriptors"),
                new Condition.Differs("security attribute", "a"), threshold("uptime"), owner("gid", Principal.INHERITED),
                owner("euid", Principal.INHERITED), owner("uid", Principal.INHERITED), new Condition.Changed("ppid"), new Condition.Changed("pid"),
                ZOMBIE, new Condition.Missing()));

        assertEquals(conditions.reversed(), conditions.stream().sorted(Comparator.comparingInt(judge::rank)).toList());
    }

    private static Condition threshold(String metric) {
        return new Condition.Threshold(metric, Comparison.GREATER, Amount.of(1, Unit.COUNT));
    }

    private static Condition connected(Endpoint endpoint) {
        return new Condition.Connected(new Connection(endpoint, Tls.NONE, new Speech("default", List.of()), ResponseTime.UNLIMITED, Duration.ofSeconds(5), 1), false);
    }

    @Test
    void belongsToTheEventsMonitTells() {
        assertEquals(EventKind.NONEXIST, judge.kind(new Condition.Missing()));
        assertEquals(EventKind.EXIST, judge.kind(new Condition.Present()));
        assertEquals(EventKind.DATA, judge.kind(ZOMBIE));
        assertEquals(EventKind.PID, judge.kind(new Condition.Changed("pid")));
        assertEquals(EventKind.UID, judge.kind(owner("euid", Principal.INHERITED)));
        assertEquals(EventKind.INVALID, judge.kind(new Condition.Differs("security attribute", "a")));
        assertEquals(EventKind.UPTIME, judge.kind(threshold("uptime")));
        assertEquals(EventKind.RESOURCE, judge.kind(threshold("filedescriptors")));
        assertEquals(EventKind.CONNECTION, judge.kind(connected(new Endpoint.Unix("/run/web", false))));
    }

    @Test
    void alertsOfZombiesWithoutBeingAsked() {
        var standing = judge.standing(service(new Subject.PidFile("/run/web.pid")));

        assertEquals(List.of(rule(ZOMBIE)), standing);
    }

    @Test
    void leavesConnectionsToTheirOwnJudge() {
        var refused = new Sample(Presence.HERE, RUNNING, Map.of(0, new Answer.Failed("connection refused")), Trace.NONE);

        assertEquals("Tripped: connection refused", spoken(judge(connected(new Endpoint.Unix("/run/web", false)), refused, "").verdict()));
    }
}
