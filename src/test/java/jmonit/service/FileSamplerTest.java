package jmonit.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import jmonit.catalog.Look;
import jmonit.model.Action;
import jmonit.model.Answer;
import jmonit.model.Commands;
import jmonit.model.Condition;
import jmonit.model.Digest;
import jmonit.model.Limits;
import jmonit.model.Mode;
import jmonit.model.OnReboot;
import jmonit.model.Origin;
import jmonit.model.Pattern;
import jmonit.model.Presence;
import jmonit.model.Principal;
import jmonit.model.Rule;
import jmonit.model.Sample;
import jmonit.model.Schedule;
import jmonit.model.Service;
import jmonit.model.Subject;
import jmonit.model.Trace;
import jmonit.model.Unit;
import jmonit.model.Window;
import jmonit.os.Account;
import jmonit.os.FakeAccounts;
import jmonit.os.FakeDisk;
import jmonit.os.FakeErrands;
import jmonit.os.FileFacts.Kind;

class FileSamplerTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String LOG = "/var/log/x.log";
    private final FakeDisk disk = new FakeDisk().at(NOON);
    private final FileSampler sampler = new FileSampler(disk, new FakeErrands(), new FakeAccounts().with(new Account("root", 0, 0, "/root")));
    private Trace trace = Trace.NONE;
    private Instant now = NOON;
    private Service service = service();

    private static Condition matching(String regex) {
        return new Condition.Matches("content", new Pattern.Regex(regex), false);
    }

    private static Rule rule(Condition condition) {
        return new Rule(condition, Window.ONCE, Action.ALERT, Window.ONCE, Action.ALERT, new Origin("rc", 1));
    }

    private static Service service(Condition... conditions) {
        return service(List.of(), conditions);
    }

    private static Service service(List<Condition> ignored, Condition... conditions) {
        return new Service("x", "file", new Subject.Path(LOG), Commands.NONE, Stream.of(conditions).map(FileSamplerTest::rule).toList(),
                ignored.stream().map(FileSamplerTest::rule).toList(),
                new Service.Care(Mode.ACTIVE, OnReboot.START, Schedule.EVERY_CYCLE, List.of(), List.of()), List.of(), new Origin("rc", 1));
    }

    private Sample look() throws InterruptedException {
        var sample = sampler.look(new Look(service, new Limits(Map.of("fileContentBuffer", 512L), Map.of()), trace, now));
        trace = sample.trace();
        return sample;
    }

    /** The lines that the first rule finds. */
    private List<String> found() throws InterruptedException {
        return look().answers().get(0) instanceof Answer.Lines lines ? lines.shown() : List.of("no answer");
    }

    private void later(long seconds) {
        now = now.plusSeconds(seconds);
        disk.at(now);
    }

    @Test
    void tellsWhatIsNotThere() throws InterruptedException {
        assertEquals(new Presence.Missing("file doesn't exist"), look().presence());
        disk.with(LOG, Kind.DIRECTORY);
        assertEquals(new Presence.WrongKind("is neither a regular file nor a socket"), look().presence());
        disk.with(LOG, Kind.SOCKET);
        assertEquals(Presence.HERE, look().presence());
        disk.failing(LOG, "cannot look at it: too many levels of symbolic links");
        assertEquals(new Presence.Unreadable("cannot look at it: too many levels of symbolic links"), look().presence());
    }

    @Test
    void readsTheAttributes() throws InterruptedException {
        service = service(new Condition.DiffersOwner("uid", new Principal.Named("root")));
        disk.file(LOG, "hello\n").set(LOG, 04755, 7, 8);

        var readings = look().readings();

        assertEquals("4755", readings.text("permission").orElseThrow());
        assertEquals(7, readings.amount("uid", Unit.COUNT).orElseThrow());
        assertEquals(8, readings.amount("gid", Unit.COUNT).orElseThrow());
        assertEquals(6, readings.amount("size", Unit.BYTES).orElseThrow());
        assertEquals(1, readings.amount("hardlink", Unit.COUNT).orElseThrow());
        assertEquals(0, readings.amount("uid of root", Unit.COUNT).orElseThrow());
        assertEquals(0, disk.opened());
    }

    @Test
    void sumsUpAnUnchangedFileOnce() throws InterruptedException {
        service = service(new Condition.DiffersSum(Digest.MD5, ""));
        disk.file(LOG, "hello\n");
        later(60);

        assertEquals("b1946ac92492d2347c6235b4d2611184", look().readings().text("checksum").orElseThrow());
        assertEquals("b1946ac92492d2347c6235b4d2611184", look().readings().text("checksum").orElseThrow());

        assertEquals(1, disk.opened());
    }

    @Test
    void handsOutTheSameSampleAsLongAsNothingMoves() throws InterruptedException {
        service = service(new Condition.Changed("checksum.SHA1"));
        disk.file(LOG, "hello\n");
        later(60);
        var first = look();

        assertSame(first, look());
        disk.set(LOG, 0600, 0, 0);
        assertEquals("600", look().readings().text("permission").orElseThrow());
    }

    @Test
    void dropsWhatItKnowsOfServicesThatAreGone() throws InterruptedException {
        disk.file(LOG, "hello\n");
        later(60);
        var first = look();

        sampler.retain(Set.of(service.name()));
        assertSame(first, look());
        sampler.retain(Set.of("another"));
        assertNotSame(first, look());
    }

    @Test
    void looksAnewWhereMoreThanTheStatusCounts() throws InterruptedException {
        disk.file(LOG, "hello\n");
        for (var condition : List.of(matching("x"), new Condition.DiffersOwner("uid", new Principal.Named("root")),
                new Condition.Changed("checksum.MD5"))) {
            service = service(condition);
            assertNotSame(look(), look(), condition.toString());
        }
    }

    @Test
    void looksAnewForOtherRulesOrAnotherTrace() throws InterruptedException {
        disk.file(LOG, "hello\n");
        later(60);
        var first = look();

        trace = new Trace(Map.of());
        assertNotSame(first, look());
        service = service(new Condition.Changed("size"));
        assertNotSame(first, look());
    }

    @Test
    void doesNotTrustTheTimeOfAFileJustWritten() throws InterruptedException {
        service = service(new Condition.Changed("checksum.SHA1"));
        disk.file(LOG, "hello\n");
        look();
        disk.overwrite(LOG, "olleh\n");

        assertEquals("fe671a1b1e5544462ac9b136874d41455fa16faa", look().readings().text("checksum").orElseThrow());

        assertEquals(2, disk.opened());
    }

    @Test
    void findsWhatWasAddedSinceTheFirstLook() throws InterruptedException {
        service = service(matching("ERR"));
        disk.file(LOG, "ERR old\n");

        assertEquals(List.of(), found());
        disk.append(LOG, "fine\nERR new\nERR newer\n");
        assertEquals(List.of("ERR new", "ERR newer"), found());
        assertEquals(List.of(), found());
        assertEquals(2, disk.opened(), "an unchanged file is not opened");
    }

    @Test
    void waitsForTheEndOfALine() throws InterruptedException {
        service = service(matching("ERR"));
        disk.file(LOG, "");
        look();
        disk.append(LOG, "half ER");

        assertEquals(List.of(), found());
        disk.append(LOG, "R done\n");
        assertEquals(List.of("half ERR done"), found());
    }

    @Test
    void readsATruncatedFileFromItsBegin() throws InterruptedException {
        service = service(matching("ERR"));
        disk.file(LOG, "some lines\nof old\n");
        look();
        disk.overwrite(LOG, "ERR s\n");

        assertEquals(List.of("ERR s"), found());
    }

    @Test
    void noticesATruncatedFileThatGrewBeyondItsOldLength() throws InterruptedException {
        service = service(matching("ERR"));
        disk.file(LOG, "some lines\nof old\n");
        look();
        disk.overwrite(LOG, "ERR s\n" + "more\n".repeat(1000));

        assertEquals(List.of("ERR s"), found());
    }

    @Test
    void readsTheRestOfARotatedLogFirst() throws InterruptedException {
        service = service(matching("ERR"));
        disk.file(LOG, "begin\n");
        look();
        disk.append(LOG, "ERR tail\n").rename(LOG, LOG + ".1").file(LOG, "ERR head\n");

        assertEquals(List.of("ERR tail", "ERR head"), found());
        disk.append(LOG, "ERR more\n");
        assertEquals(List.of("ERR more"), found());
    }

    @Test
    void readsWhatIsWrittenToARotatedLogForAWhile() throws InterruptedException {
        service = service(matching("ERR"));
        disk.file(LOG, "begin\n");
        look();
        disk.rename(LOG, LOG + ".1").file(LOG, "");
        look();
        disk.append(LOG + ".1", "ERR late\n").append(LOG, "ERR early\n");

        assertEquals(List.of("ERR late", "ERR early"), found());
        later(100);
        assertEquals(List.of(), found());
        assertEquals("", trace.note("content.rotated"), "a log that has gone quiet is let go");
    }

    @Test
    void readsALogFromItsBeginThatCameBackAfterATime() throws InterruptedException {
        service = service(matching("ERR"));
        disk.file(LOG, "begin\n");
        look();
        disk.rename(LOG, LOG + ".1");
        look();
        disk.append(LOG + ".1", "ERR late\n").file(LOG, "ERR back\n");

        assertEquals(List.of("ERR late", "ERR back"), found());
    }

    @Test
    void findsAMatchAnywhereInALongLine() throws InterruptedException {
        service = service(matching("ERR$"));
        disk.file(LOG, "");
        look();
        disk.append(LOG, "x".repeat(700_000) + "ERR\n");

        assertEquals(List.of("x".repeat(511), "..."), found());
    }

    @Test
    void goesOnBehindALineWithoutEnd() throws InterruptedException {
        service = service(matching("ERR"));
        disk.file(LOG, "");
        look();
        disk.append(LOG, "x".repeat(3_000_000) + "ERR");
        assertEquals(List.of(), found());
        disk.append(LOG, "ERR\nERR next\n");

        assertEquals(List.of("ERR next"), found());
    }

    @Test
    void findsBehindAZeroByteAndInWhatIsNoUtf8() throws InterruptedException {
        service = service(matching("ERR"));
        disk.file(LOG, "");
        look();
        disk.append(LOG, "\0 ERR\n\u00ff ERR\n");

        assertEquals(List.of("\0 ERR", "\ufffd ERR"), found());
    }

    @Test
    void leavesOutWhatIsIgnored() throws InterruptedException {
        service = service(List.of(matching("skip")), matching("ERR"), matching("skip"));
        disk.file(LOG, "");
        look();
        disk.append(LOG, "ERR skip\nERR real\n");

        assertEquals(List.of("ERR real"), found());
    }

    @Test
    void findsLinesThatDoNotMatch() throws InterruptedException {
        service = service(new Condition.Matches("content", new Pattern.Regex("OK"), true));
        disk.file(LOG, "");
        look();
        disk.append(LOG, "OK 1\nBAD\nOK 2\n");

        assertEquals(List.of("BAD"), found());
    }

    @Test
    void readsPatternsFromAFile() throws InterruptedException {
        service = service(new Condition.Matches("content", new Pattern.FromFile("/patterns"), false));
        disk.file("/patterns", "ERR\n\nOTHER\n").file(LOG, "");
        look();
        disk.append(LOG, "one ERR\ntwo\nthree OTHER\n");

        assertEquals(List.of("one ERR", "three OTHER"), found());
    }

    @Test
    void countsWhatItDoesNotShow() throws InterruptedException {
        service = service(matching("ERR"));
        disk.file(LOG, "");
        look();
        disk.append(LOG, "ERR line\n".repeat(1000));

        var lines = found();

        assertEquals(58, lines.size());
        assertEquals("... (1000 lines match)", lines.getLast());
    }

    @Test
    void cutsWhereMonitCuts() throws InterruptedException {
        service = service(matching("ERR"));
        disk.file(LOG, "");
        look();
        disk.append(LOG, "ERR" + "i".repeat(300) + "\nERR x" + "j".repeat(201) + "\n");
        assertEquals(2, found().size());
        disk.append(LOG, "ERR" + "i".repeat(300) + "\nERR x" + "j".repeat(202) + "\n");
        assertEquals("...", found().getLast());
    }

    @Test
    void readsAcrossBlocks() throws InterruptedException {
        service = service(matching("ERR"), matching("never"));
        disk.file(LOG, "");
        look();
        var lines = new String[20_000];
        Arrays.setAll(lines, i -> i % 1_000 == 999 ? "line " + i + " ERR" : "line " + i + " " + "x".repeat(i % 150));
        disk.append(LOG, String.join("\n", lines) + "\n");

        var sample = look();

        assertTrue(sample.answers().get(0) instanceof Answer.Lines found && found.count() == 20, sample.answers().toString());
        assertEquals("yes", sample.readings().text("content.match").orElseThrow());
    }

    @Test
    void saysThatALineIsTooHardToSearch() throws InterruptedException {
        service = service(matching("(a*)*(b*)*(a*)*\\1\\2c"));
        disk.file(LOG, "");
        look();
        disk.append(LOG, "a".repeat(5_000) + "\n");

        assertTrue(look().answers().get(0) instanceof Answer.Failed failed && failed.because().startsWith("cannot search a line of 5000 bytes: "));
    }

    @Test
    void saysWhyContentCannotBeRead() throws InterruptedException {
        service = service(new Condition.Matches("content", new Pattern.FromFile("/patterns"), false));
        disk.file(LOG, "");

        assertEquals(new Answer.Failed("cannot read /patterns: no such file or directory"), look().answers().get(0));
    }
}
