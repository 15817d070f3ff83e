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

/** A daemon whose control file changes under it. */
@Tag("live")
class ReloadLiveTest {

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

    private void reload(Process daemon) throws IOException, InterruptedException {
        home.signal(daemon, "HUP");
    }

    @Test
    void goesOnAsItWasWhenTheNewFileIsWrong() throws IOException, InterruptedException {
        home.controlFile("set daemon 1\n" + Home.ticking("old"));
        Process daemon = home.start();
        home.await("its first look", () -> !home.notes("old").isEmpty());

        home.controlFile("set daemon 1\ncheck file x with pat /etc/hosts\n");
        reload(daemon);
        home.await("has mistakes and is not used");
        int looks = home.notes("old").size();

        home.await("further looks", () -> home.notes("old").size() > looks + 1);
        assertTrue(home.log().contains("rc:6:19: error: "), home.log());
        assertFalse(home.log().contains("reloaded"), home.log());
        assertTrue(daemon.isAlive());
    }

    @Test
    void touchesOnlyWhatHasChanged() throws IOException, InterruptedException {
        home.write("big", "x");
        String kept = "check file kept with path DIR/big if size > 0 B then exec \"DIR/service tick acted\"\n";
        String left = "check file left with path DIR/big if size > 0 B then unmonitor\n";
        home.controlFile("set daemon 1\n" + kept + left + Home.process("gone", "0") + Home.process("same", "0"));
        Process daemon = home.start();
        home.await("both processes", () -> home.runs("gone") && home.runs("same"));
        home.await("the action", () -> !home.notes("acted").isEmpty());

        home.controlFile("set daemon 1\n" + kept + left + Home.process("same", "0") + Home.process("new", "0"));
        reload(daemon);
        home.await("the new process", () -> home.runs("new"));
        home.crash("gone");
        home.crash("same");
        home.await("the process that stayed", () -> home.notes("same start").size() == 2);
        long said = home.said("'kept' size test failed");
        home.await("two cycles more", () -> home.said("'kept' size test failed") > said + 1);

        assertEquals(1, home.notes("gone start").size(), home.log());
        assertEquals(1, home.notes("acted").size(), home.log());
        assertEquals(1, home.said("'left' size test failed"), home.log());
        assertEquals(1, home.said("reloaded"), home.log());
    }

    @Test
    void takesANewIntervalAtOnce() throws IOException, InterruptedException {
        home.controlFile("set daemon 3000\n" + Home.ticking("a"));
        Process daemon = home.start();
        home.await("its first look", () -> home.notes("a").size() == 1);

        home.controlFile("set daemon 1\n" + Home.ticking("a"));
        reload(daemon);

        home.await("looks in the new interval", () -> home.notes("a").size() >= 4);
    }

    @Test
    void writesToTheLogOfTheNewFile() throws IOException, InterruptedException {
        home.controlFile("set daemon 1\n" + Home.ticking("a"));
        Process daemon = home.start();
        home.await("its first look", () -> home.notes("a").size() == 1);

        home.controlFile("set daemon 1\nset log DIR/other\n" + Home.ticking("a"));
        reload(daemon);

        home.await("the other log", () -> home.text("other").contains("reloaded"));
    }
}
