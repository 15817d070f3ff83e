package jmonit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

import org.junit.jupiter.api.Test;

import jmonit.os.FakeIdFile;
import jmonit.os.FakeOwnSignals;
import jmonit.os.FakePidFile;
import jmonit.os.ProcessNames.Named;

/** The tables are those of Monit 5.33.0, captured from it. */
class MatchCommandTest {

    private static final String MANY = """

            WARNING:
            Multiple processes match the pattern. Monit will select the process with the
            highest uptime, the one highlighted.
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(List<Named> processes, String... arguments) throws IOException {
        var terminal = new Terminal(InputStream.nullInputStream(), new PrintStream(out, true, UTF_8), System.err, false, false);
        return new MatchCommand(new Local(new FakePidFile(), new FakeIdFile(), new FakeOwnSignals(), () -> processes, Outsides.nobody()), terminal)
                .run(List.of(arguments));
    }

    @Test
    void showsTheOneThatMatches() throws IOException {
        assertEquals(0, run(List.of(new Named(31403, 1, 5, "sleep 300"), new Named(1, 0, 1, "init")), "sleep"));

        assertEquals("List of processes matching pattern \"sleep\":\n"
                + "    PID       PPID      Command                                            \n"
                + " *     31403         1  sleep 300                                          \n"
                + "Total matches: 1\n", out.toString(UTF_8));
    }

    @Test
    void marksTheOldestOfMany() throws IOException {
        var processes = List.of(new Named(14499, 14241, 8, "sleep 331"), new Named(14498, 14241, 7, "sleep 331"));

        assertEquals(0, run(processes, "sleep 331"));

        assertEquals("List of processes matching pattern \"sleep 331\":\n"
                + "    PID       PPID      Command                                            \n"
                + "       14499     14241  sleep 331                                          \n"
                + " *     14498     14241  sleep 331                                          \n"
                + "Total matches: 2\n" + MANY, out.toString(UTF_8));
    }

    @Test
    void goesOnInTheNextLineWithALongCommand() throws IOException {
        var process = new Named(1, 0, 1, "/process_api --firecracker-init --addr 0.0.0.0:2024 --max-ws-buffer-size 32768");

        assertEquals(0, run(List.of(process), "^/proc"));

        assertEquals("List of processes matching pattern \"^/proc\":\n"
                + "    PID       PPID      Command                                            \n"
                + " *         1         0  /process_api --firecracker-init --addr 0.0.0.0:202 \n"
                + "                        4 --max-ws-buffer-size 32768                       \n"
                + "Total matches: 1\n", out.toString(UTF_8));
    }

    @Test
    void showsNoTableWhenNothingMatches() throws IOException {
        assertEquals(0, run(List.of(new Named(1, 0, 1, "init")), "nosuchprocess"));

        assertEquals("List of processes matching pattern \"nosuchprocess\":\nTotal matches: 0\n", out.toString(UTF_8));
    }

    @Test
    void needsAPattern() throws IOException {
        assertEquals(1, run(List.of()));

        assertEquals("Invalid syntax - usage: procmatch \"<pattern>\"\n", out.toString(UTF_8));
    }

    @Test
    void saysWhatIsWrongWithThePattern() throws IOException {
        assertEquals(1, run(List.of(), "("));

        assertEquals("Regex ( parsing error: Unmatched ( or \\(\n", out.toString(UTF_8));
    }
}
