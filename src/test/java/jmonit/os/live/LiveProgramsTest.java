package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jmonit.model.Principal;
import jmonit.model.RunAs;
import jmonit.os.Ended;
import jmonit.os.Ended.Exited;
import jmonit.os.Ended.Killed;
import jmonit.os.Ended.Refused;
import jmonit.os.Launch;
import jmonit.os.Running;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveProgramsTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    private Path directory;
    private final LivePrograms programs = new LivePrograms(new LiveAccounts());

    @Test
    void tellsTheExitStatusAndBothOutputs() throws Exception {
        var ended = run("echo said; echo complained >&2; exit 3");

        assertEquals(new Exited(3), ended.how());
        assertEquals("said\n", ended.output());
        assertEquals("complained\n", ended.errors());
    }

    @Test
    void tellsTheSignalThatKilledIt() throws Exception {
        var ended = run("kill -9 $$");

        assertEquals(new Killed(9, false), ended.how());
        assertEquals("killed by signal 9 (SIGKILL)", ended.how().words());
        assertEquals(9, ended.status());
    }

    @Test
    void givesTheProgramItsEnvironmentAndNoOther() throws Exception {
        var ended = programs.start(new Launch(List.of("/usr/bin/env"), RunAs.MYSELF, Map.of("MONIT_SERVICE", "wéb"), 512)).await(LONG).orElseThrow();

        assertEquals("MONIT_SERVICE=wéb\n", ended.output());
    }

    @Test
    void givesTheProgramArgumentsOfAnyLength() throws Exception {
        var launch = new Launch(List.of("/bin/sh", "-c", "printf %s. \"$1$LONG$2\" \"$#\"", "sh", "ä".repeat(40_000), ""), RunAs.MYSELF,
                Map.of("LONG", "b".repeat(100_000), "SHORT", ""), 1 << 20);

        var ended = programs.start(launch).await(LONG).orElseThrow();

        assertEquals("ä".repeat(40_000) + "b".repeat(100_000) + ".2.", ended.output());
    }

    @Test
    void givesTheProgramASessionOfItsOwn() throws Exception {
        var running = shell("echo $(ps -o pid=,pgid=,sid= -p $$)");
        var ended = running.await(LONG).orElseThrow();

        assertEquals((running.pid() + " ").repeat(3).strip(), ended.output().strip());
    }

    @Test
    void givesTheProgramNothingElseThatIsOpen() throws Exception {
        var ended = run("readlink /proc/$$/fd/0; ls /proc/$$/fd | tr '\\n' ' '");

        assertEquals("/dev/null\n0 1 2 ", ended.output());
    }

    @Test
    void givesTheProgramWhatItIsToRead() throws Exception {
        var text = "wéb\n".repeat(50_000);
        var launch = new Launch(List.of("/bin/sh", "-c", "cat | cksum; ls /proc/$$/fd; true"), RunAs.MYSELF, System.getenv(), 512, text);

        var ended = programs.start(launch).await(LONG).orElseThrow();

        assertEquals(text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length + "", ended.output().split("\\s")[1]);
        assertEquals(List.of("0", "1", "2"), ended.output().lines().skip(1).toList());
    }

    @Test
    @Tag("live")
    void letsAnotherUserReadItHoweverHeOpensIt() throws Exception {
        assumeRoot();
        var launch = new Launch(List.of("/bin/sh", "-c", "cat; cat /dev/stdin"), nobody(), System.getenv(), 512, "hello\n");

        assertEquals("hello\nhello\n", programs.start(launch).await(LONG).orElseThrow().output());
    }

    @Test
    void doesNotWaitForAProgramThatReadsNothing() throws Exception {
        var launch = new Launch(List.of("/bin/true"), RunAs.MYSELF, Map.of(), 512, "x".repeat(1 << 20));

        assertEquals(new Exited(0), programs.start(launch).await(LONG).orElseThrow().how());
    }

    @Test
    void givesTheProgramItsSignalsUntouched() throws Exception {
        var ended = programs.start(launch(4096, "/bin/cat", "/proc/self/status")).await(LONG).orElseThrow();

        // glibc ignores 32 and 33, which are its own.
        assertEquals(List.of("SigBlk:\t0000000000000000", "SigIgn:\t0000000180000000"),
                ended.output().lines().filter(line -> line.startsWith("SigBlk") || line.startsWith("SigIgn")).toList());
    }

    @Test
    void keepsTheFirstBytesAndReadsOn() throws Exception {
        var ended = run("head -c 10000000 /dev/zero | tr '\\0' x; echo end >&2; exit 4");

        assertEquals(new Exited(4), ended.how());
        assertEquals("x".repeat(512), ended.output());
        assertEquals("end\n", ended.errors());
    }

    @Test
    void doesNotWaitForChildrenThatHoldThePipe() throws Exception {
        var ended = run("sleep 20 & echo $!");

        assertEquals(new Exited(0), ended.how());
        assertTrue(ended.took().compareTo(Duration.ofSeconds(5)) < 0, ended.took().toString());
        end(Long.parseLong(ended.output().strip()));
    }

    @Test
    void doesNotWaitForChildrenThatWriteForEver() throws Exception {
        var ended = run("yes & echo $! >&2");

        assertEquals(new Exited(0), ended.how());
        end(Long.parseLong(ended.errors().strip()));
    }

    @Test
    void readsNothingMoreOfAProgramThatClosesItsOutput() throws Exception {
        assertEquals(new Exited(7), run("exec >&- 2>&-; sleep 0.2; exit 7").how());
    }

    @Test
    void saysThatItStillRuns() throws Exception {
        var running = shell("sleep 20");

        assertTrue(running.await(Duration.ZERO).isEmpty());
        assertEquals(new Killed(15, false), running.kill(LONG).orElseThrow().how());
    }

    @Test
    void killsWhoIgnoresTheTermination() throws Exception {
        var running = shell("trap '' TERM; echo ready; while :; do sleep 0.1; done");
        running.await(SHORT);

        assertEquals(new Killed(9, false), running.kill(SHORT).orElseThrow().how());
    }

    @Test
    void killsAtOnceWhereThereIsNoGrace() throws Exception {
        var running = shell("trap 'echo asked; exit 0' TERM; while :; do sleep 0.1; done");
        running.await(SHORT);
        var ended = running.kill(Duration.ZERO).orElseThrow();

        assertEquals(new Killed(9, false), ended.how());
        assertEquals("", ended.output());
    }

    @Test
    @Tag("live")
    void killsTheWholeGroup() throws Exception {
        var running = shell("sleep 20 & echo $! ; wait");
        running.await(SHORT);
        var child = Long.parseLong(running.kill(LONG).orElseThrow().output().strip());

        assertTrue(gone(child), "child " + child);
    }

    @Test
    @Tag("live")
    void killsTheChildrenThatOutliveTheirParentsTermination() throws Exception {
        var running = shell("(trap '' TERM; exec sleep 20) & echo $! ; wait");
        running.await(SHORT);
        var child = Long.parseLong(running.kill(LONG).orElseThrow().output().strip());

        assertTrue(gone(child), "child " + child);
    }

    @Test
    void endsAProgramThatIsStopped() throws Exception {
        var running = shell("kill -STOP $$; exit 3");
        running.await(SHORT);

        assertEquals(new Killed(15, false), running.kill(LONG).orElseThrow().how());
    }

    @Test
    void killingWhatHasEndedChangesNothing() throws Exception {
        var running = shell("exit 2");
        running.await(LONG);

        assertEquals(new Exited(2), running.kill(SHORT).orElseThrow().how());
    }

    @Test
    void leavesNoZombieBehind() throws Exception {
        var running = shell("exit 0");
        running.await(LONG);

        assertFalse(Files.exists(Path.of("/proc/" + running.pid())));
    }

    @Test
    void saysWhyAProgramCannotRun() throws Exception {
        assertEquals(new Refused("No such file or directory"), start(directory.resolve("missing")));
        assertEquals(new Refused("Permission denied"), start(directory));
        assertEquals(new Refused("Permission denied"), start(script("rw-r--r--", "#!/bin/sh\n")));
        assertEquals(new Refused("Exec format error"), start(script("rwxr-xr-x", "no program\n")));
        assertEquals(new Refused("No such file or directory"), start(script("rwxr-xr-x", "#!/no/such/interpreter\n")));
    }

    @Test
    void saysThatThereIsNoSuchUserOrGroup() throws Exception {
        var nobody = new RunAs(new Principal.Named("no-such-user"), Principal.INHERITED);
        var nogroup = new RunAs(Principal.INHERITED, new Principal.Named("no-such-group"));

        assertEquals(new Refused("there is no user 'no-such-user'"), as(nobody, "/bin/true").how());
        assertEquals(new Refused("there is no group 'no-such-group'"), as(nogroup, "/bin/true").how());
    }

    @Test
    @Tag("live")
    void becomesAnotherUser() throws Exception {
        assumeRoot();

        var ended = as(nobody(), "/bin/sh", "-c", "echo $(id -un) $(id -gn) $HOME $(ps -o pid=,sid= -p $$)");

        var words = ended.output().strip().split(" ");
        assertEquals(List.of("nobody", "nogroup", "/nonexistent", words[4]), List.of(words).subList(0, 4));
    }

    @Test
    @Tag("live")
    void keepsTheOwnGroupWithAnotherUserAlone() throws Exception {
        assumeRoot();

        var ended = as(new RunAs(new Principal.Named("nobody"), Principal.INHERITED), "/bin/sh", "-c", "id -u; id -g");

        assertEquals("65534\n0\n", ended.output());
    }

    @Test
    @Tag("live")
    void saysWhyAProgramCannotRunAsAnotherUser() throws Exception {
        assumeRoot();

        assertEquals(new Refused("No such file or directory"), as(nobody(), "/no/such/program").how());
        assertEquals(new Refused("Permission denied"), as(nobody(), "/etc/shadow").how());
    }

    @Test
    @Tag("live")
    void holdsNoDescriptorOrThreadOfAProgramThatEnded() throws Exception {
        run("exit 0");
        var before = descriptors();
        var threads = threads();
        for (var i = 0; i < 50; i++) {
            run("sleep 3 & exit 0");
        }

        assertTrue(descriptors() <= before, "descriptors grew from " + before + " to " + descriptors());
        assertTrue(threads() <= threads, "threads grew from " + threads + " to " + threads());
    }

    /** There may be some that still wait for children of others. */
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().startsWith("jmonit-program")).count();
    }

    /** As in a strict sandbox. */
    @Test
    void noticesTheEndWhereNothingTellsOfIt() throws Exception {
        var watch = new ChildWatch(false);
        var script = "echo one; head -c 300000 /dev/zero; sleep 0.2; echo two >&2; sleep 3 & exit 4";

        var first = Child.start(launch(512, "/bin/bash", "-c", script), watch);
        var second = Child.start(launch(512, "/bin/bash", "-c", "kill -9 $$"), watch);

        assertEquals(new Killed(9, false), second.await(LONG).orElseThrow().how());
        var ended = first.await(LONG).orElseThrow();
        assertEquals(new Exited(4), ended.how());
        assertEquals("two\n", ended.errors());
        assertTrue(ended.output().startsWith("one\n"));
    }

    @Test
    void hearsManyAtOnce() throws Exception {
        var all = new ArrayList<Running>();
        for (var i = 0; i < 40; i++) {
            all.add(shell("head -c 100000 /dev/zero; echo " + i + " >&2; exit " + i));
        }

        for (var i = 0; i < 40; i++) {
            var ended = all.get(i).await(LONG).orElseThrow();
            assertEquals(new Exited(i), ended.how());
            assertEquals(i + "\n", ended.errors());
        }
    }

    private static int descriptors() throws IOException {
        try (var names = Files.list(Path.of("/proc/self/fd"))) {
            return (int) names.count();
        }
    }

    private static void assumeRoot() {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root becomes another user");
    }

    private static RunAs nobody() {
        return new RunAs(new Principal.Named("nobody"), new Principal.Named("nogroup"));
    }

    private Ended as(RunAs who, String... words) throws InterruptedException {
        return programs.start(new Launch(List.of(words), who, System.getenv(), 512)).await(LONG).orElseThrow();
    }

    private Ended run(String script) throws InterruptedException {
        return shell(script).await(LONG).orElseThrow();
    }

    private Running shell(String script) {
        return programs.start(launch(512, "/bin/bash", "-c", script));
    }

    private Ended.How start(Path program) throws InterruptedException {
        return assertInstanceOf(Refused.class, programs.start(launch(512, program.toString())).await(Duration.ZERO).orElseThrow().how());
    }

    private static Launch launch(int limit, String... words) {
        return new Launch(List.of(words), RunAs.MYSELF, System.getenv(), limit);
    }

    private Path script(String mode, String text) throws IOException {
        var file = Files.writeString(Files.createTempFile(directory, "script", ""), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static void end(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** A killed orphan takes a moment to die, and may be a zombie until init has reaped it. */
    private static boolean gone(long pid) throws InterruptedException {
        for (var i = 0; i < 200 && alive(pid); i++) {
            Thread.sleep(10);
        }
        return !alive(pid);
    }

    private static boolean alive(long pid) {
        try {
            return !Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
        } catch (IOException _) {
            return false;
        }
    }
}
