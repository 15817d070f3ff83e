package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A daemon that is killed again and again while its services crash and come back. */
@Tag("live")
class KillLiveTest {

    /** More of them with -Djmonit.kills=20. */
    private static final int KILLS = Integer.getInteger("jmonit.kills", 5);
    private static final int SERVICES = 8;

    @TempDir
    private Path directory;
    private Home home;

    @BeforeEach
    void install() throws IOException {
        home = new Home(directory);
    }

    @AfterEach
    void endWhatIsLeft() throws IOException {
        home.close();
    }

    private final Random random = new Random(20);
    private Process daemon;

    private static String control() {
        var text = new StringBuilder("set daemon 1\n");
        for (int i = 0; i < SERVICES; i++) {
            text.append(Home.process("p" + i, "0." + (2 + i)));
        }
        return text + """
                check file ruled with path DIR/big if size > 0 B then unmonitor
                check process off with pidfile DIR/off.pid
                    start program = "DIR/service start off"
                    onreboot nostart
                """;
    }

    private void crashSome(int most) {
        for (int left = random.nextInt(most); left >= 0; left--) {
            home.crash("p" + random.nextInt(SERVICES));
        }
    }

    private void letCrashFor(long milliseconds) throws InterruptedException {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        while (System.nanoTime() < end) {
            crashSome(3);
            Thread.sleep(20 + random.nextInt(300));
        }
    }

    private boolean allRun() {
        return IntStream.range(0, SERVICES).allMatch(i -> home.runs("p" + i));
    }

    /** One of the two may be cut off in the middle, never both. */
    private boolean whole(String state) {
        return home.text(state).endsWith("\nend\n");
    }

    private void kill() throws IOException, InterruptedException {
        daemon.destroyForcibly().waitFor();
        crashSome(2);
        assertTrue(whole("state") || whole("state.twin"), home.text("state") + home.text("state.twin"));
        daemon = home.start();
    }

    @Test
    void losesNothingAndStartsNothingTwice() throws IOException, InterruptedException {
        home.write("big", "x");
        home.controlFile(control());
        daemon = home.start();
        home.await("the first starts", () -> allRun() && home.said("'ruled' size test failed") == 1);

        for (int i = 0; i < KILLS; i++) {
            letCrashFor(200 + random.nextInt(2500));
            kill();
        }

        // They may all run though it is not there yet: it would end before it has taken the pidfile of the one before.
        home.await("the last daemon", () -> home.text("pid").strip().equals(Long.toString(daemon.pid())));
        home.await("all processes", this::allRun);
        home.signal(daemon, "TERM");
        home.ended(daemon);
        assertEquals(List.of(), home.text("notes").lines().filter(l -> l.endsWith("double") || l.endsWith("overlap")).toList());
        assertEquals(1, home.said("'ruled' size test failed"));
        assertEquals(0, home.notes("off start").size());
        assertTrue(home.text("state").contains("\nservice\truled\tfile\tunmonitored\n"), home.text("state"));
        assertFalse(home.log().contains("fault in jmonit"), home.log());
        assertEquals(List.of(), home.names().stream().filter(n -> n.matches(".*\\.(new|starting)|pid")).toList());
    }

    /** Seen while it is being written it would lack the order, too: that stands at its end. */
    private static boolean carriedOut(String state) {
        return state.endsWith("\nend\n") && state.contains("\nservice\tslow\tprocess\tunmonitored\n") && !state.contains("\norder\t");
    }

    @Test
    void stopsWhatHadToWaitForItsStartWhenKilled() throws IOException, InterruptedException {
        home.controlFile("set daemon 1\n" + Home.process("slow", "3"));
        daemon = home.start();
        home.await("the start", () -> !home.notes("slow start").isEmpty());
        Process asked = home.start("-c", "rc", "stop", "slow");
        home.await("the order on disk", () -> home.text("state").contains("order\tSTOP\tslow"));

        daemon.destroyForcibly().waitFor();
        daemon = home.start();

        home.await("the stop", () -> !home.notes("slow stop").isEmpty());
        home.ended(asked);
        home.await("its end", () -> !home.runs("slow"));
        home.await("no order any more", () -> carriedOut(home.text("state")));
        assertEquals(1, home.notes("slow start").size());
        home.signal(daemon, "TERM");
        home.ended(daemon);
    }
}
