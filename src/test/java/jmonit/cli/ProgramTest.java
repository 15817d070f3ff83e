package jmonit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jmonit.BuiltIn;
import jmonit.config.Machine;
import jmonit.model.ControlFile;
import jmonit.os.Account;
import jmonit.os.FakeAccounts;
import jmonit.os.FakeFiles;
import jmonit.os.FakeHost;
import jmonit.os.FakeIdFile;
import jmonit.os.FakeOwnSignals;
import jmonit.os.FakePidFile;

class ProgramTest {

    private static final String GOOD = "set daemon 5\ncheck file hosts with path /etc/hosts\n    if size > 1 MB then alert\n";

    private final FakeFiles files = new FakeFiles().file("/m", GOOD).file("/etc/hosts", "127.0.0.1 localhost\n");
    private final FakePidFile pidFile = new FakePidFile();
    private final FakeIdFile idFile = new FakeIdFile();
    private final FakeOwnSignals signals = new FakeOwnSignals();
    private final List<ControlFile> started = new ArrayList<>();
    private final List<Daemon.Manner> manners = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return run("jmonit", false, arguments);
    }

    private int run(String name, boolean interactive, String... arguments) {
        var machine = new Machine(files, new FakeAccounts().with(new Account("root", 0, 0, "/root")), FakeHost.plum());
        var terminal = new Terminal(new ByteArrayInputStream(GOOD.getBytes(UTF_8)), new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8), interactive, false);
        var local = new Local(pidFile, idFile, signals, List::of, Outsides.nobody());
        return new Program(name, () -> BuiltIn.CATALOG, machine, terminal, local, (controlFile, _, manner) -> {
            started.add(controlFile);
            manners.add(manner);
            return 0;
        }).run(arguments);
    }

    private String out() {
        return out.toString(UTF_8);
    }

    private String err() {
        return err.toString(UTF_8);
    }

    @Test
    void saysOfAGoodFileWhatMonitSays() {
        assertEquals(0, run("-t", "-c", "/m"));

        assertEquals("Control file syntax OK\n", out());
        assertEquals("", err());
    }

    @ParameterizedTest
    @CsvSource({"fmt --check -c /m", "-c /m fmt --check", "--conf /m fmt --check", "--conf=/m fmt --check", "-c/m fmt --check"})
    void formatsTheControlFileThatIsNamedBeforeOrAfterTheWord(String line) {
        assertEquals(1, run(line.split(" ")));

        assertEquals("/m\n", out(), err());
    }

    @Test
    void proposesTheOptionThatWasMeant() {
        assertEquals(1, run("status", "--josn"));

        assertEquals("Invalid option -- josn  (-h will show valid options)\ndid you mean \"--json\"?\n", err());
    }

    @Test
    void saysWhereWordsOfTheCommandLineAreExplained() {
        assertEquals(1, run("help", "status"));

        assertEquals("jmonit: there is no help about \"status\", a word of the command line: see \"jmonit -h\" and jmonit(1)\n", err());
    }

    @Test
    void tellsAPersonWhatWasRead() {
        run("jmonit", true, "-tc", "/m");

        assertEquals("/m: 2 services, 2 rules, 1 file; no problems\nControl file syntax OK\n", out());
    }

    @Test
    void showsWhatWasUnderstoodWhenVerbose() {
        assertEquals(0, run("-tv", "-c", "/m"));

        assertTrue(out().contains("Runtime constants:\n Control file       = /m\n"), out());
        assertTrue(out().endsWith("Control file syntax OK\n"), out());
    }

    @Test
    void failsWithTheMistakeOnStandardError() {
        files.file("/bad", "set deamon 5\n");

        assertEquals(1, run("-t", "-c", "/bad"));
        assertEquals("", out());
        assertTrue(err().startsWith("/bad:1:5: error: unknown setting \"deamon\"\n"), err());
    }

    @Test
    void printsNothingButJsonWhenAskedForJson() {
        assertEquals(0, run("-t", "--format=json", "-c", "/m"));

        assertEquals("[]\n", out());
    }

    @Test
    void takesWarningsForErrorsWhenStrict() {
        files.file("/warned", GOOD + "check filesystem root with path /\n    if space > 80 then alert\n");

        assertEquals(0, run("-t", "-c", "/warned", "--no-host-checks"));
        assertEquals(1, run("-t", "-c", "/warned", "--no-host-checks", "--strict"));
    }

    @Test
    void leavesTheMachineOutWhenAsked() {
        files.file("/user", GOOD + "    if failed uid nosuch then alert\n");

        assertEquals(1, run("-t", "-c", "/user"));
        assertEquals(0, run("-t", "-c", "/user", "--no-host-checks"));
    }

    @Test
    void letsTheCommandLineWinOverTheFile() {
        assertEquals(0, run("-tv", "-c", "/m", "-d", "77", "-l", "/var/log/x", "-p", "/run/x", "-s", "/var/x", "--no-host-checks"));

        assertTrue(out().contains(" Poll time          = 77 seconds"), out());
        assertTrue(out().contains(" Log file           = /var/log/x\n Pid file           = /run/x\n"), out());
        assertTrue(out().contains(" State file         = /var/x\n"), out());
    }

    @Test
    void showsTwentyMistakesAndCountsTheOthers() {
        files.file("/many", "set daemon 5\n" + "set nonsense\n".repeat(30));

        assertEquals(1, run("-t", "--format=short", "-c", "/many"));
        assertTrue(err().endsWith("and 10 more (--all shows them)\n"), err());
        assertEquals(1, run("-t", "--format=short", "--all", "-c", "/many"));
        assertEquals(21 + 30, err().lines().count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "foo             | Invalid argument -- foo  (-h will show valid arguments)",
        "log web         | log takes no name, and \"web\" is one",
        "-t /Web         | -t checks the file that -c names: jmonit -t -c /Web",
        "-x              | Invalid option -- x  (-h will show valid options)",
        "-c              | Option -- c requires an argument",
        "-d x            | Option -d requires a natural number",
        "-t --format=xml | Option --format takes text, short or json, not \"xml\"",
        "-t -c /missing  | /missing: error: cannot read /missing: no such file or directory",
        "help protcols   | jmonit: there is no help about \"protcols\"; did you mean \"protocols\"?",
        "fmt /missing    | jmonit: cannot read /missing: no such file or directory"})
    void saysInOneLineWhatIsWrongWithTheCommandLine(String arguments, String message) {
        assertEquals(1, run(arguments.split(" ")));

        assertEquals(message, err().lines().findFirst().orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-c /m", "-Ic /m"})
    void startsTheDaemonWithoutAWord(String arguments) {
        assertEquals(0, run(arguments.split(" ")));

        assertEquals(1, started.size());
    }

    @Test
    void validatesByItselfWhereNoDaemonRuns() {
        assertEquals(0, run("validate", "-c", "/m"));

        assertEquals(List.of(new Daemon.Purpose.Validate()), manners.stream().map(Daemon.Manner::purpose).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"stop all | web, db, plum", "-g some start | web", "restart WEB | web"})
    void actsByItselfWhereNoDaemonRuns(String words, String services) {
        files.file("/s", "check process web with pidfile /w group some\ncheck process db with pidfile /d\n");

        assertEquals(0, run(("-c /s " + words).split(" ")), err());

        var act = (Daemon.Purpose.Act) manners.getFirst().purpose();
        assertEquals(services, String.join(", ", act.services()));
        assertTrue(words.contains(act.word()), act.word());
    }

    @Test
    void actsOnNobodyUnknown() {
        assertEquals(1, run("-c", "/m", "start", "nosuch"));
        assertEquals(1, run("-c", "/m", "-g", "nosuch", "start"));

        assertEquals("There is no service named \"nosuch\"\nGroup 'nosuch' not found\n", err());
        assertEquals(List.of(), manners);
    }

    @Test
    void sendsTestMessagesByItself() {
        pidFile.keptBy("/run/jmonit.pid", 78);

        assertEquals(0, run("test", "alert", "slack", "ops", "-c", "/m"));
        assertEquals(1, run("test", "-c", "/m"));

        assertEquals(List.of(new Daemon.Purpose.TestAlert(List.of("slack", "ops"))), manners.stream().map(Daemon.Manner::purpose).toList());
        assertEquals("Invalid syntax - usage: test alert [<name>]\n", err());
    }

    @Test
    void letsTheDaemonThatRunsValidate() {
        pidFile.keptBy("/run/jmonit.pid", 78);

        assertEquals(0, run("validate", "-c", "/m"));

        assertEquals(List.of("78 WAKE"), signals.sent());
        assertEquals("Monit daemon with PID 78 awakened\nWhat it finds is in its log\n", out());
        assertEquals(List.of(), started);
    }

    @Test
    void startsNothingByAFileWithMistakes() {
        files.file("/bad", "set deamon 5\n");

        assertEquals(1, run("-c", "/bad"));
        assertEquals(1, run("quit", "-c", "/bad"));
        assertEquals(List.of(), started);
    }

    @Test
    void findsTheDaemonByThePidfileThatTheControlFileNames() {
        files.file("/named", GOOD + "set pidfile /run/named.pid\n");
        pidFile.keptBy("/run/named.pid", 77).keptBy("/run/jmonit.pid", 78);

        assertEquals(0, run("monit", false, "quit", "-c", "/named"));
        assertEquals(0, run("reload", "-c", "/m"));

        assertEquals(List.of("77 STOP", "78 RELOAD"), signals.sent());
    }

    @Test
    void looksForTheControlFileInTheUsualPlaces() {
        assertEquals(1, run("-t"));
        assertTrue(err().startsWith("jmonit: cannot find a control file at /etc/jmonit/monitrc, "), err());

        files.file("/etc/monitrc", GOOD);
        assertEquals(0, run("-t"));
    }

    @Test
    void answersAsMonitUnderMonitsName() {
        assertEquals(0, run("monit", false, "-V"));

        assertEquals("This is Monit version 5.33.0", out().lines().findFirst().orElse(""));
    }

    @Test
    void sumsAFileAndTheInput() {
        assertEquals(0, run("-H", "/etc/hosts"));
        assertEquals(0, run("-H"));

        assertEquals(List.of("SHA1(/etc/hosts)", "MD5(/etc/hosts) ", "SHA1(stdin)", "MD5(stdin) "),
                out().lines().map(l -> l.substring(0, l.indexOf(" = "))).toList());
    }

    @Test
    void formatsInPlaceOnlyWhatItIsToldTo() throws IOException {
        files.file("/ugly", "SET   daemon 5\n");

        assertEquals(1, run("fmt", "--check", "/ugly"));
        assertEquals("/ugly\n", out());
        assertEquals(0, run("fmt", "-w", "/ugly"));
        assertEquals("set daemon 5\n", new String(files.read("/ugly", 100), UTF_8));
        assertEquals(0, run("fmt", "--check", "/ugly"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fmt /ugly", "fmt", "fmt -c /ugly", "-c /ugly fmt"})
    void printsALayoutAndChangesNoFile(String line) throws IOException {
        files.file("/ugly", "SET   daemon 5\n");
        files.file("/etc/monitrc", "SET   daemon 5\n");

        assertEquals(0, run(line.split(" ")));

        assertEquals("set daemon 5\n", out());
        assertEquals("SET   daemon 5\n", new String(files.read("/ugly", 100), UTF_8));
        assertEquals("SET   daemon 5\n", new String(files.read("/etc/monitrc", 100), UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fmt -w", "fmt -w -", "fmt -w -c /ugly", "fmt -w --check /ugly"})
    void rewritesNoFileThatNobodyNamed(String line) {
        files.file("/ugly", "SET   daemon 5\n");

        assertEquals(1, run(line.split(" ")));

        assertTrue(err().contains("fmt -w /etc/monitrc"), err());
    }

    @Test
    void formatsTheInput() {
        assertEquals(0, run("fmt", "-"));

        assertEquals(GOOD.replace("\ncheck", "\n\ncheck"), out());
    }

    @Test
    void listsAllHelpTopics() throws IOException {
        assertEquals(0, run("help"));

        for (String topic : HelpCommand.topics()) {
            assertTrue(out().contains("  " + topic + " "), topic);
            assertEquals(0, run("help", topic));
        }
    }
}
