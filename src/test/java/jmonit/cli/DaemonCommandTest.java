package jmonit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jmonit.os.FakeIdFile;
import jmonit.os.FakeOwnSignals;
import jmonit.os.FakePidFile;

/** The texts are those of Monit 5.33.0, captured from it. */
class DaemonCommandTest {

    private final FakePidFile pidFile = new FakePidFile();
    private final FakeIdFile idFile = new FakeIdFile();
    private final FakeOwnSignals signals = new FakeOwnSignals();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Local local = new Local(pidFile, idFile, signals, List::of, Outsides.nobody());

    private DaemonCommand daemon() {
        return new DaemonCommand("monit", local, terminal(""));
    }

    private IdCommand id(String input) {
        return new IdCommand(local, daemon(), terminal(input));
    }

    private Terminal terminal(String input) {
        return new Terminal(new ByteArrayInputStream(input.getBytes(UTF_8)), new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8), false, false);
    }

    private String out() {
        return out.toString(UTF_8);
    }

    @Test
    void quitsTheDaemonThatKeepsThePidfile() throws IOException {
        pidFile.keptBy("/p", 8264);

        assertEquals(OptionalLong.of(8264), daemon().quit("/p"));

        assertEquals(List.of("8264 STOP"), signals.sent());
        assertEquals("Monit daemon with pid [8264] killed\n", out());
    }

    @Test
    void hasNobodyToQuit() throws IOException {
        assertEquals(OptionalLong.empty(), daemon().quit("/p"));

        assertEquals("Monit daemon is not running\n", out());
    }

    @Test
    void reloads() throws IOException {
        pidFile.keptBy("/p", 8264);

        assertEquals(0, daemon().reload("/p"));

        assertEquals(List.of("8264 RELOAD"), signals.sent());
        assertEquals("Reinitializing monit daemon\n", out());
    }

    @Test
    void hasNobodyToReload() throws IOException {
        assertEquals(0, daemon().reload("/p"));

        assertEquals("Reinitializing monit daemon\nMonit daemon is not running\n", out());
    }

    @Test
    void saysWhyTheDaemonMayNotBeTold() throws IOException {
        pidFile.keptBy("/p", 1);
        signals.refuse("Operation not permitted");

        assertEquals(OptionalLong.empty(), daemon().quit("/p"));

        assertEquals("", out());
        assertEquals("Cannot signal the monit daemon process -- Operation not permitted\n", err.toString(UTF_8));
    }

    @Test
    void signalsNobodyWhenTheKeeperIsUnknown() {
        pidFile.keptBy("/p", 0);

        assertThrows(IOException.class, () -> daemon().quit("/p"));
        assertEquals(List.of(), signals.sent());
    }

    @Test
    void showsTheId() throws IOException {
        idFile.with("/id", "e85b41e6ccee213e5a35c7e8fce3f5b3");

        assertEquals(0, id("").show("/id"));

        assertEquals("Monit ID: e85b41e6ccee213e5a35c7e8fce3f5b3\n", out());
    }

    @Test
    void makesTheIdThatIsMissing() throws IOException {
        assertEquals(0, id("").show("/id"));

        assertEquals(" New Monit id: " + FakeIdFile.NEW + "\n Stored in '/id'\nMonit ID: " + FakeIdFile.NEW + "\n", out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"y\n", "Y\n", "yes\n"})
    void makesANewIdWhenConfirmed(String answer) throws IOException {
        assertEquals(0, id(answer).reset("/id", "/p"));

        assertEquals("Reset Monit Id? [y/N]>  New Monit id: " + FakeIdFile.NEW + "\n Stored in '/id'\n"
                + "Monit daemon is not running\n", out());
    }

    @Test
    void tellsTheDaemonOfItsNewId() throws IOException {
        pidFile.keptBy("/p", 8264);

        assertEquals(0, id("y\n").reset("/id", "/p"));

        assertEquals(List.of("8264 RELOAD"), signals.sent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"n\n", "\n", "x\n", ""})
    void leavesTheIdAloneOtherwise(String answer) throws IOException {
        idFile.with("/id", "old");

        assertEquals(0, id(answer).reset("/id", "/p"));

        assertEquals("Reset Monit Id? [y/N]> ", out());
        assertEquals("old", idFile.read("/id").orElseThrow());
    }
}
