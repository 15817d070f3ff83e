package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher with a java that only says how it was called, or does as a test wants. */
class LauncherTest {

    private static final String TELL = "printf '%s\\n' \"$@\"";

    @TempDir
    private Path home;

    private record Outcome(int code, String out, String err) {
    }

    @BeforeEach
    void install() throws IOException {
        Files.copy(Path.of("jmonit"), home.resolve("jmonit"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(home.resolve("jmonit.jar"), "");
        Files.createDirectories(home.resolve("jdk/bin"));
        Files.writeString(home.resolve("jdk/release"), "JAVA_RUNTIME_VERSION=\"25.0.1\"\n");
        for (String program : List.of("ask", "cli", "daemon")) {
            newer(Files.writeString(home.resolve(program + "-25.0.1.aot"), ""));
        }
        java(TELL);
    }

    /** Newer than the jar, so that nothing is trained. */
    private static void newer(Path cache) throws IOException {
        Files.setLastModifiedTime(cache, FileTime.fromMillis(System.currentTimeMillis() + 60_000));
    }

    private void java(String script) throws IOException {
        Path java = home.resolve("jdk/bin/java");
        Files.writeString(java, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    }

    private ProcessBuilder command(String... arguments) {
        var words = new ArrayList<>(List.of(home.resolve("jmonit").toString()));
        words.addAll(List.of(arguments));
        var builder = new ProcessBuilder(words).redirectOutput(home.resolve("out").toFile()).redirectError(home.resolve("err").toFile());
        builder.environment().put("JMONIT_JAVA", home.resolve("jdk/bin/java").toString());
        return builder;
    }

    private Outcome outcome(Process process) throws IOException, InterruptedException {
        boolean ended = process.waitFor(10, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertTrue(ended, "the launcher does not end");
        return new Outcome(process.exitValue(), Files.readString(home.resolve("out"), StandardCharsets.UTF_8),
                Files.readString(home.resolve("err"), StandardCharsets.UTF_8));
    }

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        return outcome(command(arguments).start());
    }

    /** Else the first files that a JVM opens take the places of its outputs, and it loses them when it leaves the terminal. */
    @ParameterizedTest
    @ValueSource(strings = {"-c", "-Ic"})
    void aDaemonHasOutputsWhereItWasStartedWithout(String option) throws Exception {
        java("outputs=$(readlink /proc/$$/fd/0 /proc/$$/fd/1 /proc/$$/fd/2)\necho \"$outputs\" >\"$0.outputs\"");
        var builder = command();
        builder.command(List.of("/bin/sh", "-c", "exec '" + home.resolve("jmonit") + "' " + option + " rc <&- >&- 2>&-"));

        outcome(builder.start());

        assertEquals("/dev/null\n".repeat(3), Files.readString(home.resolve("jdk/bin/java.outputs")));
    }

    @Test
    void startsWhereThereIsADirectoryNoMore() throws Exception {
        Path gone = Files.createDirectory(home.resolve("gone"));
        var builder = command("status");
        builder.command(List.of("/bin/sh", "-c", "cd '" + gone + "' && rmdir '" + gone + "' && exec '" + home.resolve("jmonit") + "' status"));
        java("/bin/pwd");

        Outcome outcome = outcome(builder.start());

        assertEquals("/\n", outcome.out());
        assertTrue(outcome.err().contains("jmonit: this directory was removed; names of files are taken from /\n"), outcome.err());
    }

    private static String program(Outcome outcome) {
        assertEquals(0, outcome.code(), outcome.err());
        return !outcome.out().contains("-Djmonit.launcher=") ? "command" : "daemon";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-c /m", "-c/m", "-I", "-Ic /m", "-Ivc /m", "-vv", "-d 30 -p /p -l /l -s /s -g g", "-d30", "--conf /m",
            "--conf=/m --verbose", "--interactive --batch", "-Bvc t -I", "-c -t", "--daemon 5 -c quit"})
    void startsTheDaemonWithoutAWord(String arguments) throws IOException, InterruptedException {
        assertEquals("daemon", program(run(arguments.isEmpty() ? new String[0] : arguments.split(" "))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-t", "-tc /m", "-c /m -t", "-Ivt", "-V", "-h", "-H", "-i", "-r", "--test", "--id", "--resetid",
            "--version", "--help", "--format=json", "fmt -", "help", "quit", "-c /m quit", "-v status -B", "-I quit", "-x", "-c /m -- x", "-", "--nonsense"})
    void runsACommandOtherwise(String arguments) throws IOException, InterruptedException {
        assertEquals("command", program(run(arguments.split(" "))));
    }

    @ParameterizedTest
    @CsvSource({"status, ask", "-c /m summary, ask", "-V, ask", "-g db restart, ask", "-t, cli", "-c /m -tv, cli", "procmatch x, cli", "top, cli"})
    void asksTheDaemonWithoutALanguage(String arguments, String kind) throws IOException, InterruptedException {
        for (String program : List.of("ask", "cli")) {
            newer(Files.writeString(home.resolve(program + "-25.0.1.aot"), "cache"));
        }

        assertTrue(run(arguments.split(" ")).out().contains("-XX:AOTCache=" + home.resolve(kind + "-25.0.1.aot") + "\n"));
    }

    @Test
    void handsOnEachArgumentAsItIs() throws IOException, InterruptedException {
        var lines = run("-c", "/a b/'c'", "-g", "").out().lines().toList();

        assertEquals(List.of("-c", "/a b/'c'", "-g", ""), lines.subList(lines.size() - 4, lines.size()));
    }

    @Test
    void becomesTheDaemonThatStaysInTheForeground() throws IOException, InterruptedException {
        java("echo $$");

        Process process = command("-I").start();

        assertEquals(process.pid() + "\n", outcome(process).out());
    }

    @Test
    void givesTheOutputsAndTheExitCodeOfWhatEndsByItself() throws IOException, InterruptedException {
        java("echo out; echo err >&2; exit 3");

        assertEquals(new Outcome(3, "out\n", "err\n"), run());
    }

    @Test
    void leavesTheDaemonAloneOnceItIsReady() throws IOException, InterruptedException {
        java("""
                echo $$ >daemon.pid
                for word; do case $word in -Djmonit.launcher=*) kill -USR2 "${word#*=}";; esac; done
                exec sleep 30
                """.replace("daemon.pid", home.resolve("daemon.pid").toString()));

        assertEquals(0, run().code());

        assertTrue(ended(home.resolve("daemon.pid")));
    }

    /** Whether there was a process to end. */
    private static boolean ended(Path pid) throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).map(ProcessHandle::destroyForcibly).orElse(false);
    }

    /** No shell can trap what was ignored before it: SIGHUP below nohup, SIGINT in the background of a script. */
    private static boolean heard(String signal) throws IOException {
        int number = Map.of("HUP", 1, "INT", 2, "USR1", 10, "TERM", 15).get(signal);
        String ignored = Files.readAllLines(Path.of("/proc/self/status")).stream().filter(l -> l.startsWith("SigIgn:")).findFirst().orElse("SigIgn:0");
        return (Long.parseUnsignedLong(ignored.substring(ignored.indexOf(':') + 1).strip(), 16) >>> number - 1 & 1) == 0;
    }

    @ParameterizedTest
    @ValueSource(strings = {"HUP", "USR1", "TERM", "INT:TERM"})
    void handsOnSignalsToADaemonThatIsNotReady(String signals) throws IOException, InterruptedException {
        String sent = signals.split(":")[0];
        assumeTrue(heard(sent), () -> "SIG" + sent + " is ignored here");
        String arriving = signals.substring(signals.indexOf(':') + 1);
        java("""
                trap 'echo got %s; exit 7' %s
                kill -%s $PPID
                for i in $(seq 300); do sleep 0.1; done
                """.formatted(arriving, arriving, sent));

        assertEquals(new Outcome(7, "got " + arriving + "\n", ""), run());
    }

    @Test
    void keepsNothingOpenThatItsCallerHad() throws IOException, InterruptedException {
        java("ls /proc/self/fd | grep -cx '[4-8]'");
        var command = command();
        var words = new ArrayList<>(List.of("/bin/sh", "-c", "exec \"$0\" 4</dev/null 5</dev/null 8</dev/null"));
        words.addAll(command.command());

        assertEquals("0\n", outcome(command.command(words).start()).out());
    }

    @Test
    void namesACacheOnlyWhereThereIsOne() throws IOException, InterruptedException {
        assertFalse(run().out().contains("AOTCache"));

        newer(Files.writeString(home.resolve("daemon-25.0.1.aot"), "cache"));

        assertTrue(run().out().startsWith("-XX:"), "flags first");
        assertTrue(run().out().contains("-XX:AOTCache=" + home.resolve("daemon-25.0.1.aot") + "\n"));
    }

    @Test
    void trainsByWatchingForAWhile() throws IOException, InterruptedException {
        assertEquals(new Outcome(0, "", ""), train(0));

        assertTrue(Files.readString(home.resolve("daemon-25.0.1.aot")).startsWith("set daemon 1\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"-I | jmonit: making the cache that quickens all later starts, once; this takes some ten seconds …", "-B | ''"})
    void saysInTheForegroundWhatTheFirstStartTakesItsTimeFor(String argument, String said) throws IOException, InterruptedException {
        Files.delete(home.resolve("daemon-25.0.1.aot"));
        pupil(0);

        assertEquals(said, run(argument).err().strip());
    }

    @Test
    void dropsACacheThatNoJavaSurvives() throws IOException, InterruptedException {
        train(134);

        assertEquals("", Files.readString(home.resolve("daemon-25.0.1.aot")));
    }

    @Test
    void leavesNothingBehindWhereItIsToldToEndWhileItTrains() throws IOException, InterruptedException {
        Path pupil = home.resolve("pupil");
        java("echo $$ >%s.new; mv %s.new %s; exec sleep 30".formatted(pupil, pupil, pupil));
        var command = command();
        command.environment().put("JMONIT_TRAIN", "daemon");
        Process launcher = command.start();
        while (launcher.isAlive() && !Files.exists(pupil)) {
            Thread.onSpinWait();
        }
        launcher.destroy();

        assertEquals(143, outcome(launcher).code());

        assertFalse(ended(pupil));
    }

    /** With a Java that ends so when it is tried with what it has learnt. */
    private Outcome train(int end) throws IOException, InterruptedException {
        pupil(end);
        var command = command();
        command.environment().put("JMONIT_TRAIN", "daemon");
        return outcome(command.start());
    }

    private void pupil(int end) throws IOException {
        java("""
                cache=
                for word; do
                    case $word in
                        -XX:AOTCacheOutput=*) cache=${word#*=};;
                        -version) exit %d;;
                    esac
                    last=$word
                done
                [ "$cache" ] || exit 0
                true >"${last%%/*}/state"
                trap '' HUP
                trap 'cat "$last" >"$cache"; exit 0' TERM
                while :; do sleep 0.1; done
                """.formatted(end));
    }
}
