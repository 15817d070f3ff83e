package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our command beside Monit's, with the daemon of Monit 5.33.0. */
@Tag("live")
class CommandLiveTest {

    private static final String MONIT = "/usr/bin/monit";

    @TempDir
    private Path directory;
    private Home home;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of(MONIT)), "needs Monit");
        home = new Home(directory);
        Files.createSymbolicLink(home.path("monit"), home.path("jmonit"));
        home.controlFile("""
                set daemon 3000
                set httpd port %d and use address 127.0.0.1 allow reader:r read-only allow admin:"a b"
                check file one with path DIR/rc group db
                check file two with path DIR/nosuch group db
                check file "a b" with path /etc/hosts
                """.formatted(freePort()));
        home.run(MONIT, "-c", home.path("rc").toString());
        home.await("its first look", () -> home.log().contains("file doesn't exist"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterEach
    void endWhatIsLeft() throws IOException {
        if (home != null) {
            home.close();
        }
    }

    @Test
    void printsAndEndsAsMonitDoes() throws IOException, InterruptedException {
        var differences = new ArrayList<String>();
        for (String line : List.of("summary", "-B summary one", "status one", "status t.*", "-g db summary", "report", "report down", "summary nosuch",
                "-g nog summary", "report x", "stop nosuch", "stop", "-g nog stop", "foo", "stop [")) {
            Home.Outcome theirs = home.run(MONIT, words(line));
            Home.Outcome ours = home.run(home.path("monit").toString(), words(line));
            if (!theirs.equals(ours)) {
                differences.add(line + ": " + theirs + " <> " + ours);
            }
        }

        assertEquals(List.of(), differences);
    }

    private static String[] words(String line) {
        return ("-c rc " + line).split(" ");
    }

    @Test
    void hasMonitActOnServices() throws IOException, InterruptedException {
        Home.Outcome outcome = home.jmonit("-c", "rc", "-g", "db", "unmonitor");

        assertEquals(new Home.Outcome(0, "", ""), outcome);
        home.await("'one' unmonitor");
        home.await("'two' unmonitor");
    }

    @Test
    void saysWhatMonitCannotDo() throws IOException, InterruptedException {
        Home.Outcome outcome = home.jmonit("-c", "rc", "events");

        assertEquals(1, outcome.code());
        assertTrue(outcome.err().startsWith("jmonit: events needs jmonit, and Monit answers at [127.0.0.1]:"), outcome.err());
    }
}
