package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real daemon that has nothing to do, from its launcher to its end, and beside it the real Monit. */
@Tag("live")
class LifeLiveTest {

    private static final Path MONIT = Path.of("/usr/bin/monit");

    @TempDir
    private Path directory;
    private Home home;

    @BeforeEach
    void install() throws IOException {
        home = new Home(directory);
        home.controlFile("set daemon 1\ncheck file hosts with path /etc/hosts\n");
        home.controlFile("once", "check file hosts with path /etc/hosts if size > 0 B then alert\n");
    }

    @AfterEach
    void endWhatIsLeft() throws IOException {
        home.close();
    }

    private Home.Outcome jmonit(String... arguments) throws IOException, InterruptedException {
        return home.jmonit(arguments);
    }

    private void await(String text) throws InterruptedException {
        home.await(text);
    }

    @Test
    void livesInTheBackgroundUntilItIsToldToQuit() throws IOException, InterruptedException {
        Home.Outcome start = jmonit("-c", "rc");
        long pid = home.pid("pid");

        assertEquals(0, start.code(), start.err());
        assertTrue(start.out().matches("(?s).*\nStarting jmonit [^\n]+ daemon\n"), start.out());
        assertEquals("/", Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).toString());
        for (int output : List.of(0, 1, 2)) {
            assertEquals("/dev/null", Files.readSymbolicLink(Path.of("/proc/" + pid + "/fd/" + output)).toString());
        }

        assertEquals("Monit daemon with PID " + pid + " awakened\n", jmonit("-c", "rc").out());
        await("Awakened by User defined signal 1");
        assertEquals("Reinitializing jmonit daemon\n", jmonit("-c", "rc", "reload").out());
        await("Reinitializing Monit -- control file '" + home.path("rc") + "'");
        assertEquals("Monit daemon with pid [" + pid + "] killed\n", jmonit("-c", "rc", "quit").out());
        await("Monit daemon with pid [" + pid + "] stopped");
        home.await("no pidfile", () -> Files.notExists(home.path("pid")));
    }

    /** A search for what no library has leaves all of them open, for as long as the daemon lives. */
    @Test
    void opensNoLibraryThatItDoesNotNeed() throws IOException, InterruptedException {
        home.controlFile("set daemon 1\ncheck system plum\ncheck file hosts with path /etc/hosts\n" + Home.ticking("tick"));
        Process daemon = home.start(List.of("env", "TZ=UTC"), "-I", "-c", "rc");
        home.await("three cycles", () -> home.notes("tick").size() >= 3);

        assertEquals(List.of(), home.open(daemon).stream().filter(f -> f.matches(".*/(smtp|undertow-core|xnio-api)-[^/]*\\.jar")).toList());
    }

    @Test
    void makesOnePassInTheForegroundAndShowsMistakes() throws IOException, InterruptedException {
        String said = jmonit("-c", "once").err();
        assertTrue(said.startsWith("'hosts' size test failed for /etc/hosts -- current size is "), said);
        assertFalse(Files.exists(home.path("pid")));

        home.controlFile("bad", "set deamon 5\n");
        Home.Outcome bad = jmonit("-c", "bad");

        assertEquals(1, bad.code());
        assertTrue(bad.err().startsWith("bad:5:5: error: unknown setting \"deamon\"\n"), bad.err());
    }

    @Test
    void staysInTheForegroundAndEndsWithATermination() throws IOException, InterruptedException {
        Process process = home.start();
        await("Starting jmonit");

        assertEquals(process.pid(), home.pid("pid"));
        process.destroy();

        Home.Outcome end = home.ended(process);
        assertEquals(0, end.code(), end.err());
    }

    @Test
    void answersAsTheRealMonitWhereNoDaemonRuns() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(MONIT), "needs the package monit");
        Process one = new ProcessBuilder("sleep", "98765").start();
        Process two = new ProcessBuilder("sleep", "98765").start();
        try {
            home.run(MONIT.toString(), "-c", "rc", "quit");
            for (var words : List.of("quit", "reload", "-i", "procmatch", "procmatch (", "procmatch ^sleep.98765$", "procmatch nosuch")) {
                var arguments = new ArrayList<>(List.of("-c", "rc"));
                arguments.addAll(List.of(words.split(" ")));

                String[] command = arguments.toArray(String[]::new);
                assertEquals(home.run(MONIT.toString(), command), asMonit(jmonit(command)), words);
            }
        } finally {
            one.destroyForcibly();
            two.destroyForcibly();
        }
    }

    /** It calls itself by the name it was called by. */
    private static Home.Outcome asMonit(Home.Outcome outcome) {
        return new Home.Outcome(outcome.code(), outcome.out().replace("Reinitializing jmonit", "Reinitializing monit"), outcome.err());
    }
}
