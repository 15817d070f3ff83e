package jmonit.rule;

import static jmonit.model.MachineServices.over;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jmonit.model.Answer;
import jmonit.model.Condition;
import jmonit.model.EventKind;
import jmonit.model.MachineServices;
import jmonit.model.Presence;
import jmonit.model.Principal;
import jmonit.model.Readings;
import jmonit.model.Readings.Notes;
import jmonit.model.Sample;
import jmonit.model.Trace;
import jmonit.model.Unit;
import jmonit.rule.Verdict.Clear;
import jmonit.rule.Verdict.Tripped;
import jmonit.rule.Verdict.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilesystemJudgeTest {

    private static final Presence GONE = new Presence.Missing("unable to read filesystem '/data' state");

    private final FilesystemJudge judge = new FilesystemJudge();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            space        | PERCENT | 9.13     | 0       | space usage 9.1% matches resource limit [space usage > 0.0%]
            space        | BYTES   | 2048     | 1024    | space usage 2 kB matches resource limit [space usage > 1 kB]
            space.free   | PERCENT | 90.9     | 0       | space free 90.9% matches resource limit [space free > 0.0%]
            space.free   | BYTES   | 1536     | 1024    | space free 1.5 kB matches resource limit [space free > 1 kB]
            inodes       | PERCENT | 4.1      | 0       | inode usage 4.1% matches resource limit [inode usage > 0.0%]
            inodes       | COUNT   | 691574   | 10      | inode usage 691574 matches resource limit [inode usage > 10]
            inodes.free  | COUNT   | 16085642 | 10      | inode free 16085642 matches resource limit [inode free > 10]
            read         | BYTES_PER_SECOND      | 40550 | 1024 | read rate 39.6 kB/s matches resource limit [read > 1 kB/s]
            write        | OPERATIONS_PER_SECOND | 6.93  | 5    | write rate 6.9 operations/s matches resource limit [write > 5 operations/s]
            service time | MILLISECONDS          | 0.2   | 0    | service time 0.200 ms/operation matches resource limit [service time > 0 ms/operation]
            """)
    void saysWhatIsPastItsLimit(String metric, Unit unit, double value, double limit, String because) {
        assertEquals(new Tripped(because), verdict(over(metric, unit, limit), here(new Notes().amount(metric, unit, value))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            space        | BYTES                 | 2048 | space usage test succeeded [current space usage = 2 kB]
            inodes.free  | COUNT                 | 7    | inode free test succeeded [current inode free = 7]
            read         | BYTES_PER_SECOND      | 0    | read rate test succeeded [current read = 0 B/s]
            write        | OPERATIONS_PER_SECOND | 0    | write rate test succeeded [current write = 0.0 operations/s]
            service time | MILLISECONDS          | 0.38 | service time test succeeded [current service time = 0.380 ms/operation]
            """)
    void saysWhatIsWithinItsLimit(String metric, Unit unit, double value, String because) {
        assertEquals(new Clear(because), verdict(over(metric, unit, 1e12), here(new Notes().amount(metric, unit, value))));
    }

    @Test
    void hasNoOpinionOfWhatAFilesystemHasNot() {
        assertEquals(new Unknown("filesystem doesn't support inodes"), verdict(over("inodes", Unit.PERCENT, 1), here(new Notes())));
        assertEquals(new Unknown("no data are available for read test"), verdict(over("read", Unit.BYTES_PER_SECOND, 1), here(new Notes())));
    }

    @Test
    void judgesTheExistenceAloneOfWhatIsNotMounted() {
        assertEquals(new Tripped("unable to read filesystem '/data' state"), verdict(new Condition.Missing(), GONE));
        assertEquals(new Clear("filesystem '/data' doesn't exist"), verdict(new Condition.Present(), GONE));
        assertEquals(new Unknown("unable to read filesystem '/data' state"), verdict(over("space", Unit.PERCENT, 1), GONE));
    }

    @Test
    void takesWhatDoesNotAnswerForMissingButNotForGone() {
        var stuck = new Presence.Unreadable("unable to read filesystem '/data' state -- /data has not answered for 5 seconds");

        assertEquals(new Tripped(stuck.because()), verdict(new Condition.Missing(), stuck));
        assertEquals(new Unknown(stuck.because()), verdict(new Condition.Present(), stuck));
    }

    @Test
    void saysThatAFilesystemIsThere() {
        assertEquals(new Clear("succeeded getting filesystem statistics for '/data'"), verdict(new Condition.Missing(), here(new Notes())));
        assertEquals(new Tripped("filesystem '/data' exists"), verdict(new Condition.Present(), here(new Notes())));
    }

    @Test
    void comparesPermissionsAndOwners() {
        var sample = here(new Notes().count("permission", 01777).count("uid", 0));

        assertEquals(new Tripped("permission test failed for /data [current permission 1777]"),
                verdict(new Condition.Differs("permission", "700"), sample));
        assertEquals(new Clear("permission test succeeded [current permission 1777]"),
                verdict(new Condition.Differs("permission", "1777"), sample));
        assertEquals(new Tripped("uid test failed for disk -- current uid is 0"), owner(33));
        assertEquals(new Clear("uid test succeeded [current uid = 0]"), owner(0));
    }

    @Test
    void tellsWhenFlagsChange() {
        var first = judgement(new Condition.Changed("fsflags"), here(new Notes().text("fsflags", "rw")), "");
        var second = judgement(new Condition.Changed("fsflags"), here(new Notes().text("fsflags", "ro")), first.memory());
        var gone = judgement(new Condition.Changed("fsflags"), Sample.absent(GONE, Trace.NONE), second.memory());
        var third = judgement(new Condition.Changed("fsflags"), here(new Notes().text("fsflags", "ro")), gone.memory());

        assertEquals(new Unknown("nothing to compare with yet"), first.verdict());
        assertEquals(new Tripped("filesystem flags changed from 'rw' to 'ro'"), second.verdict());
        assertEquals(new Clear("filesystem flags has not changed [current flags 'ro']"), third.verdict());
    }

    @Test
    void tellsWhenPermissionsChange() {
        var first = judgement(new Condition.Changed("permission"), here(new Notes().count("permission", 01777)), "");
        var second = judgement(new Condition.Changed("permission"), here(new Notes().count("permission", 0700)), first.memory());

        assertEquals(new Clear("permission not changed for /data"), first.verdict());
        assertEquals(new Tripped("permission for /data changed from 1777 to 0700"), second.verdict());
    }

    @Test
    void judgesTheWholeBeforeItsParts() {
        var order = Stream.of(over("space", Unit.PERCENT, 1), new Condition.Changed("fsflags"),
                new Condition.DiffersOwner("gid", new Principal.Numbered(1)), new Condition.DiffersOwner("uid", new Principal.Numbered(1)),
                new Condition.Differs("permission", "700"), new Condition.Missing()).sorted(Comparator.comparing(judge::rank))
                .map(judge::kind).toList();

        assertEquals(List.of(EventKind.NONEXIST, EventKind.PERMISSION, EventKind.UID, EventKind.GID, EventKind.FSFLAGS, EventKind.RESOURCE),
                order);
    }

    private Verdict owner(long expected) {
        var sample = new Sample(Presence.HERE, new Notes().count("uid", 0).readings(), Map.of(0, new Answer.Sum(expected)), Trace.NONE);
        return verdict(new Condition.DiffersOwner("uid", new Principal.Numbered(expected)), sample);
    }

    private static Sample here(Readings.Notes notes) {
        return new Sample(Presence.HERE, notes.readings(), Map.of(), Trace.NONE);
    }

    private Verdict verdict(Condition condition, Presence presence) {
        return verdict(condition, Sample.absent(presence, Trace.NONE));
    }

    private Verdict verdict(Condition condition, Sample sample) {
        return judgement(condition, sample, "").verdict();
    }

    private Judgement judgement(Condition condition, Sample sample, String memory) {
        var service = MachineServices.filesystem("/data", condition);
        return judge.judge(new Question(service, service.rules().getFirst(), 0, sample, memory, Instant.EPOCH));
    }
}
