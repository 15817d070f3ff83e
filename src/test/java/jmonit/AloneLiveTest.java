package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands where no daemon runs. */
@Tag("live")
class AloneLiveTest {

    @TempDir
    private Path directory;
    private Home home;

    @BeforeEach
    void install() throws IOException {
        home = new Home(directory);
        home.controlFile("set daemon 1\n" + Home.process("db", "0") + Home.process("web", "0") + "    depends on db\n" + """
                check process bad with pidfile DIR/bad.pid
                    start program = "/bin/false" with timeout 1 second
                """);
    }

    @AfterEach
    void endWhatIsLeft() throws IOException {
        home.close();
    }

    @Test
    void startsWithAllItNeedsAndStopsWithAllThatNeedsIt() throws IOException, InterruptedException {
        assertEquals(0, home.jmonit("-c", "rc", "start", "web").code(), home::log);
        assertTrue(home.runs("web") && home.runs("db"));

        assertEquals(0, home.jmonit("-c", "rc", "stop", "db").code(), home::log);
        assertFalse(home.runs("web") || home.runs("db"));
    }

    @Test
    void tellsThatItFailed() throws IOException, InterruptedException {
        Home.Outcome outcome = home.jmonit("-c", "rc", "start", "bad");

        assertEquals(1, outcome.code());
        assertTrue(outcome.err().contains("'bad' failed to start"), outcome.err());
    }

    @Test
    void aDaemonRemembersWhatWasUnmonitoredBefore() throws IOException, InterruptedException {
        assertEquals(0, home.jmonit("-c", "rc", "unmonitor", "all").code(), home::log);

        home.start();
        home.await("an answer", () -> report().contains("unmonitored:    4 (100.0%)"));
    }

    private String report() {
        try {
            return home.jmonit("-c", "rc", "report").out();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
