package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same control file watched by the real Monit and by jmonit under its name: both command lines print and both servers answer the same,
 * but for numbers that never stand still.
 */
@Tag("live")
class DaemonParityLiveTest {

    private static final Path MONIT = Path.of("/usr/bin/monit");
    private static final List<Watched> BOTH = new ArrayList<>();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void startBoth() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(MONIT), "no " + MONIT + " to compare with");
        int closed = WebDoor.free();
        for (String program : List.of(MONIT.toString(), "")) {
            BOTH.add(new Watched(Files.createDirectory(folder.resolve(program.isEmpty() ? "ours" : "real")), program, closed));
        }
        for (Watched one : BOTH) {
            one.start();
        }
    }

    @AfterAll
    static void endBoth() throws IOException, InterruptedException {
        for (Watched one : BOTH) {
            one.close();
        }
        BOTH.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary", "-B summary", "-B summary plain", "summary s.*", "-g some summary", "-B -g Everything summary",
            "summary nosuch", "-g nog summary", "status", "-B status", "status sleeper", "-B status s.*", "-g some status", "status nosuch",
            "status -B plain", "report", "-B report", "report up", "report down", "report x", "-g everything report", "-g some report up",
            "procmatch nosuchprocess", "--id", "-t", "foo", "stop nosuch", "stop", "-g nog stop", "-H plain", "validate -B"})
    void commandLinesPrintTheSame(String words) throws IOException, InterruptedException {
        assertEquals(List.of(), differences(BOTH.getFirst().line(words), BOTH.getLast().line(words)), words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /_status admin:monit", "GET /_status?format=text admin:monit", "GET /_status guest:guest",
            "GET /_status?service=sleeper admin:monit", "GET /_status?group=some admin:monit", "GET /_status?level=summary admin:monit",
            "GET /_status2 admin:monit", "GET /_status?format=xml admin:monit", "GET /_status?format=xml guest:guest",
            "GET /_status?format=xml&level=full admin:monit", "GET /_status?format=xml&level=summary admin:monit",
            "GET /_status?format=xml&group=some admin:monit", "GET /_status?format=xml&service=plain admin:monit",
            "GET /_status2?format=xml admin:monit", "GET /_status2?format=xml&level=full admin:monit", "GET /_status?format=json admin:monit",
            "GET /_summary admin:monit", "GET /_summary?service=plain admin:monit", "GET /_summary?group=some admin:monit",
            "GET /_report admin:monit", "GET /_report?type=down admin:monit", "GET /_report?group=some admin:monit",
            "GET /_report?type=up&group=some admin:monit", "GET /_report?service=plain admin:monit", "GET /_ping admin:monit",
            "GET /_getid admin:monit", "GET /_doaction admin:monit", "GET /_status wrong:wrong", "GET /_viewlog guest:guest",
            "POST /_status admin:monit securitytoken=t&format=xml", "POST /_summary admin:monit securitytoken=t&format=text",
            "POST /_report admin:monit securitytoken=t&type=up", "POST /_doaction guest:guest securitytoken=t&action=stop&service=plain",
            "POST /_doaction admin:monit action=stop&service=plain", "OPTIONS /_ping admin:monit"})
    void serversAnswerTheSame(String wish) throws IOException {
        assertEquals(List.of(), differences(BOTH.getFirst().http(wish), BOTH.getLast().http(wish)), wish);
    }

    private static List<String> differences(String monits, String ours) {
        List<String> theirs = Restless.lines(monits);
        List<String> lines = Restless.lines(ours);
        return IntStream.range(0, Math.max(theirs.size(), lines.size())).filter(i -> !line(theirs, i).equals(line(lines, i)))
                .mapToObj(i -> "\nMonit:  " + line(theirs, i) + "\njmonit: " + line(lines, i)).toList();
    }

    private static String line(List<String> lines, int at) {
        return at < lines.size() ? lines.get(at) : "nothing";
    }
}
