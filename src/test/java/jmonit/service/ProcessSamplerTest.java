package jmonit.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jmonit.catalog.Look;
import jmonit.model.Action;
import jmonit.model.Amount;
import jmonit.model.Answer;
import jmonit.model.Command;
import jmonit.model.Commands;
import jmonit.model.Comparison;
import jmonit.model.Condition;
import jmonit.model.Limits;
import jmonit.model.Mode;
import jmonit.model.OnReboot;
import jmonit.model.Origin;
import jmonit.model.Presence;
import jmonit.model.Principal;
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
import jmonit.os.Account;
import jmonit.os.FakeAccounts;
import jmonit.os.FakeErrands;
import jmonit.os.FakeFiles;
import jmonit.os.FakeProcessDetails;
import jmonit.os.FakeProcesses;
import jmonit.os.FakeSurroundings;
import jmonit.os.HangingErrands;
import jmonit.os.ProcessDetails.Flow;
import jmonit.os.ProcessDetails.Owner;
import jmonit.os.ProcessFacts;
import jmonit.os.ProcessFacts.Processor;
import jmonit.os.ProcessId;

class ProcessSamplerTest {

    private static final Origin HERE = new Origin("monitrc", 1);
    private static final Subject PIDFILE = new Subject.PidFile("/run/web.pid");

    private final FakeFiles files = new FakeFiles();
    private final FakeProcesses processes = new FakeProcesses();
    private final FakeProcessDetails details = new FakeProcessDetails();
    private final FakeSurroundings machine = new FakeSurroundings();
    private final ProcessSampler sampler = new ProcessSampler(new ProcessSampler.Pidfiles(files, files), sources(), new FakeErrands(),
            _ -> Map.of(0, new Answer.Skipped("asked")));
    private Trace trace = Trace.NONE;

    private ProcessSampler.Sources sources() {
        return new ProcessSampler.Sources(processes, details, machine, new FakeAccounts().with(new Account("root", 0, 0, "/root")));
    }

    private Sample look(Subject subject, Condition... conditions) throws InterruptedException {
        var sample = sampler.look(question(subject, conditions));
        trace = sample.trace();
        return sample;
    }

    private Look question(Subject subject, Condition... conditions) {
        var rules = List.of(conditions).stream().map(c -> new Rule(c, Window.ONCE, Action.ALERT, Window.ONCE, Action.ALERT, HERE)).toList();
        var care = new Service.Care(Mode.ACTIVE, OnReboot.START, Schedule.EVERY_CYCLE, List.of(), List.of());
        var service = new Service("web", "process", subject, Commands.NONE, rules, List.of(), care, List.of(), HERE);
        return new Look(service, new Limits(Map.of(), Map.of()), trace, Instant.EPOCH);
    }

    private static double amount(Sample sample, String metric, Unit unit) {
        return sample.readings().amount(metric, unit).orElseThrow();
    }

    private static long pid(Sample sample) {
        return (long) amount(sample, "pid", Unit.COUNT);
    }

    private void busy(int pid, int parent, int threads, long ownMilliseconds, long reapedMilliseconds) {
        processes.with(new ProcessFacts(new ProcessId(pid, pid), parent, "web", false, threads,
                new Processor(Duration.ofMillis(ownMilliseconds), Duration.ofMillis(reapedMilliseconds)), Duration.ofSeconds(1), 1 << 20), "web");
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "42\n", "\n\n  42 xyz", "42abc"})
    void takesThePidAFileBeginsWith(String content) throws InterruptedException {
        files.file("/run/web.pid", content);
        processes.run(42, 1, "web");

        assertEquals(42, pid(look(PIDFILE)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''              | /run/web.pid holds no process id
            hello           | /run/web.pid holds no process id
            -5              | /run/web.pid holds no process id
            0               | /run/web.pid holds no process id
            99999999999999  | /run/web.pid holds no process id
            pid=42          | /run/web.pid holds no process id
            43              | /run/web.pid names process 43, which does not exist
            """)
    void saysWhatIsWrongWithAPidfile(String content, String because) throws InterruptedException {
        files.file("/run/web.pid", content);
        processes.run(42, 1, "web");

        var sample = look(PIDFILE);

        assertEquals(new Presence.Missing("process is not running"), sample.presence());
        assertEquals(because, sample.readings().text("missing").orElseThrow());
        assertEquals(Map.of(), sample.answers());
    }

    @Test
    void saysThatAPidfileIsNotThere() throws InterruptedException {
        assertEquals("cannot read /run/web.pid: no such file or directory", look(PIDFILE).readings().text("missing").orElseThrow());
        files.directory("/run/web.pid");
        assertEquals("cannot read /run/web.pid: it is a directory, not a regular file", look(PIDFILE).readings().text("missing").orElseThrow());
    }

    @Test
    void choosesTheOldestOfTheTopmostThatMatch() throws InterruptedException {
        processes.run(50, 1, "sh run").run(60, 50, "web old").run(70, 1, "web top").run(80, 70, "web worker").run(40, 1, "other");

        assertEquals(60, pid(look(new Subject.Matching("^web"))));
        trace = Trace.NONE;
        assertEquals(50, pid(look(new Subject.Matching("web|sh"))));
        assertEquals("no process matches nothing", look(new Subject.Matching("nothing")).readings().text("missing").orElseThrow());
    }

    @Test
    void staysWithTheProcessItFoundAndReadsNoTableForIt() throws InterruptedException {
        var web = new Subject.Matching("web");
        processes.run(70, 1, "web");
        look(web);
        processes.run(60, 1, "web");

        assertEquals(70, pid(look(web)));
        assertEquals(1, processes.tables());
    }

    @Test
    void looksAnewWhenThePidBelongsToAnotherOrIsCalledOtherwise() throws InterruptedException {
        var web = new Subject.Matching("web");
        processes.run(70, 1, "web").run(90, 1, "web");
        look(web);

        processes.run(70, 1, "stranger");

        assertEquals(90, pid(look(web)));
    }

    @Test
    void tellsTheProcessorOnlyFromTheSecondLookOn() throws InterruptedException {
        files.file("/run/web.pid", "42");
        busy(42, 1, 1, 1000, 0);
        assertInstanceOf(Reading.Absent.class, look(PIDFILE).readings().of("cpu", Unit.PERCENT));

        machine.pass(Duration.ofSeconds(10));
        busy(42, 1, 1, 3000, 0);

        assertEquals(20, amount(look(PIDFILE), "cpu", Unit.PERCENT));
    }

    @Test
    void startsAnewWithAnotherProcessOfTheSamePid() throws InterruptedException {
        files.file("/run/web.pid", "42");
        busy(42, 1, 1, 1000, 0);
        look(PIDFILE);
        machine.pass(Duration.ofSeconds(10));

        processes.with(new ProcessFacts(new ProcessId(42, 999), 1, "web", false, 1, new Processor(Duration.ofSeconds(9), Duration.ZERO),
                Duration.ofSeconds(1), 1), "web");

        assertInstanceOf(Reading.Absent.class, look(PIDFILE).readings().of("cpu", Unit.PERCENT));
    }

    /** Seen with the real Monit on two processors: a parent of four threads that uses 10 %, and two children of one thread using 20 % each. */
    @Test
    void measuresAgainstAsManyProcessorsAsThereAreThreads() throws InterruptedException {
        files.file("/run/web.pid", "42");
        busy(42, 1, 4, 0, 0);
        busy(43, 42, 1, 0, 0);
        busy(44, 43, 1, 0, 0);
        look(PIDFILE);

        machine.pass(Duration.ofSeconds(10));
        busy(42, 1, 4, 1000, 0);
        busy(43, 42, 1, 2000, 0);
        busy(44, 43, 1, 2000, 0);
        var sample = look(PIDFILE);

        assertEquals(5, amount(sample, "cpu", Unit.PERCENT));
        assertEquals(25, amount(sample, "total.cpu", Unit.PERCENT));
    }

    @Test
    void countsTheWorkOfChildrenThatEndedBetweenTwoLooks() throws InterruptedException {
        files.file("/run/web.pid", "42");
        busy(42, 1, 1, 0, 0);
        look(PIDFILE);

        machine.pass(Duration.ofSeconds(10));
        busy(42, 1, 1, 0, 5000);

        assertEquals(50, amount(look(PIDFILE), "total.cpu", Unit.PERCENT));
    }

    @Test
    void addsUpTheFamily() throws InterruptedException {
        files.file("/run/web.pid", "42");
        processes.run(42, 1, "web").run(43, 42, "worker").run(44, 43, "helper");

        var sample = look(PIDFILE);

        assertEquals(2, amount(sample, "children", Unit.COUNT));
        assertEquals(3 << 20, amount(sample, "total.memory", Unit.BYTES));
        assertEquals(100.0 / 1024, amount(sample, "memory", Unit.PERCENT));
        assertEquals(15, amount(sample, "total.filedescriptors", Unit.COUNT));
        assertEquals(0.025, amount(sample, "filedescriptors", Unit.PERCENT));
    }

    @Test
    void tellsRatesInBytesAndCallsWhichAreZeroAtFirst() throws InterruptedException {
        files.file("/run/web.pid", "42");
        processes.run(42, 1, "web");
        details.traffic(new Flow(1000, 4096, 10), new Flow(0, 0, 0));
        assertEquals(0, amount(look(PIDFILE), "read", Unit.BYTES_PER_SECOND));

        machine.pass(Duration.ofSeconds(2));
        details.traffic(new Flow(3000, 8192, 15), new Flow(500, 0, 1));
        var sample = look(PIDFILE);

        assertEquals(1000, amount(sample, "read", Unit.BYTES_PER_SECOND));
        assertEquals(2048, amount(sample, "disk.read", Unit.BYTES_PER_SECOND));
        assertEquals(2.5, amount(sample, "disk.read", Unit.OPERATIONS_PER_SECOND));
        assertEquals(250, amount(sample, "write", Unit.BYTES_PER_SECOND));
        assertEquals(8192, amount(sample, "disk.read", Unit.BYTES));
    }

    @Test
    void asksWhatHardlyEverChangesOnlyOnceInAWhile() throws InterruptedException {
        files.file("/run/web.pid", "42");
        processes.run(42, 1, "web");
        look(PIDFILE);
        details.owner(new Owner(33, 33, 33));

        assertEquals(0, amount(look(PIDFILE), "uid", Unit.COUNT));
        machine.pass(Duration.ofSeconds(10));
        assertEquals(33, amount(look(PIDFILE), "uid", Unit.COUNT));
    }

    @Test
    void asksItEachTimeForARuleAboutIt() throws InterruptedException {
        files.file("/run/web.pid", "42");
        processes.run(42, 1, "web");
        var root = new Condition.DiffersOwner("uid", new Principal.Numbered(0));
        look(PIDFILE, root);
        details.owner(new Owner(33, 33, 33));

        assertEquals(33, amount(look(PIDFILE, root), "uid", Unit.COUNT));
    }

    @Test
    void asksItAgainOfAnotherProcess() throws InterruptedException {
        files.file("/run/web.pid", "42");
        processes.run(42, 1, "web").run(43, 1, "web");
        look(PIDFILE);
        details.owner(new Owner(33, 33, 33));
        processes.end(42);
        files.file("/run/web.pid", "43");

        assertEquals(33, amount(look(PIDFILE), "uid", Unit.COUNT));
    }

    @Test
    void saysWhyAFigureIsNotThere() throws InterruptedException {
        files.file("/run/web.pid", "42");
        processes.run(42, 1, "web");
        details.refuse();

        var sample = look(PIDFILE);

        var refused = new Reading.Absent("cannot read /proc/42/io: permission denied");
        assertEquals(refused, sample.readings().of("disk.write", Unit.OPERATIONS_PER_SECOND));
        assertEquals(refused, sample.readings().of("uid"));
        assertEquals(refused, sample.readings().of("filedescriptors", Unit.PERCENT));
    }

    @Test
    void countsUptimeInWholeSeconds() throws InterruptedException {
        files.file("/run/web.pid", "42");
        processes.run(42, 1, "web");

        // 42 ticks after the machine, which has run for an hour.
        assertEquals(3_599_000, amount(look(PIDFILE), "uptime", Unit.MILLISECONDS));
    }

    @Test
    void addsWhatRulesNameBesides() throws InterruptedException {
        files.file("/run/web.pid", "42");
        processes.run(42, 1, "web");
        details.owner(new Owner(33, 0, 7));

        var sample = look(PIDFILE, new Condition.DiffersOwner("euid", new Principal.Named("root")),
                new Condition.DiffersOwner("gid", new Principal.Named("nobody-knows")),
                new Condition.Threshold("loadavg.15.core", Comparison.GREATER, Amount.of(1, Unit.LOAD)));

        assertEquals(0, amount(sample, "euid of root", Unit.COUNT));
        assertEquals(new Reading.Absent("nobody is called nobody-knows"), sample.readings().of("gid of nobody-knows"));
        assertEquals(7.5, amount(sample, "loadavg.15.core", Unit.LOAD));
        assertEquals(33, amount(sample, "uid", Unit.COUNT));
    }

    @Test
    void asksTheConnectionsOfARunningProcessOnly() throws InterruptedException {
        files.file("/run/web.pid", "42");
        assertEquals(Map.of(), look(PIDFILE).answers());

        processes.run(42, 1, "web");

        assertEquals(Map.of(0, new Answer.Skipped("asked")), look(PIDFILE).answers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rubbish", "4194000", "60"})
    void staysWithTheProcessItKnowsWhateverBecomesOfThePidfile(String content) throws InterruptedException {
        processes.run(42, 1, "web").run(60, 1, "other");
        files.file("/run/web.pid", "42");
        look(PIDFILE);
        files.file("/run/web.pid", content);

        assertEquals(42, pid(look(PIDFILE)));
    }

    @Test
    void takesThePidfilesProcessOnceTheKnownOneIsGone() throws InterruptedException {
        processes.run(42, 1, "web").run(60, 1, "web");
        files.file("/run/web.pid", "42");
        look(PIDFILE);
        files.file("/run/web.pid", "60");
        processes.end(42);

        assertEquals(60, pid(look(PIDFILE)));
    }

    @ParameterizedTest
    @CsvSource({"29, false", "31, true"})
    void asksNoServerWhileItsProcessMayStillBeStarting(long uptime, boolean asked) throws InterruptedException {
        var start = new Command(List.of("/bin/web"), RunAs.MYSELF, Duration.ofSeconds(30));
        var care = new Service.Care(Mode.ACTIVE, OnReboot.START, Schedule.EVERY_CYCLE, List.of(), List.of());
        var service = new Service("web", "process", PIDFILE, new Commands(List.of(start), List.of(), List.of()), List.of(), List.of(), care,
                List.of(), HERE);
        files.file("/run/web.pid", "100");
        processes.with(new ProcessFacts(new ProcessId(100, 100), 1, "web", false, 1, new Processor(Duration.ZERO, Duration.ZERO),
                machine.uptime().minusSeconds(uptime), 1 << 20), "web");

        var sample = sampler.look(new Look(service, new Limits(Map.of(), Map.of()), Trace.NONE, Instant.EPOCH));

        assertEquals(asked, !sample.answers().isEmpty());
    }

    @Test
    void saysThatAPidfileOnADeadDiskCannotBeLookedAtAndRestartsNothingForIt() throws InterruptedException {
        var hanging = new ProcessSampler(new ProcessSampler.Pidfiles(files, files), sources(), new HangingErrands(), _ -> Map.of());

        assertEquals(new Presence.Unreadable("cannot look at the process: its disk does not answer"), hanging.look(question(PIDFILE)).presence());
    }

    @Test
    void leavesItsThreadToErrandsUnlessAServerIsToBeAsked() throws InterruptedException {
        files.file("/run/web.pid", "42");
        processes.run(42, 1, "web");
        var asked = new ArrayList<Long>();
        var silent = new ProcessSampler(new ProcessSampler.Pidfiles(files, files), sources(), new FakeErrands(), new Connector() {

            @Override
            public Map<Integer, Answer> ask(Look look) {
                throw new AssertionError("an errand waits for a server");
            }

            @Override
            public boolean asks(Service service) {
                return false;
            }
        });

        assertEquals(false, sampler.aside(question(PIDFILE), _ -> fail("servers may take their time")));
        assertEquals(true, silent.aside(question(PIDFILE), eye -> {
            try {
                asked.add(pid(eye.look(question(PIDFILE))));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        assertEquals(List.of(42L), asked);
    }
}
