package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A daemon whose disk is full or not to be written. */
@Tag("live")
class DiskLiveTest {

    /** That it does is saved at once, and not within a minute. */
    private static final String FAILING = "check file big with path DIR/big if size > 0 B then alert\n";

    private boolean mounted;

    @TempDir
    private Path directory;
    private Home home;

    @BeforeEach
    void install() throws IOException, InterruptedException {
        home = new Home(directory);
        mount();
    }

    @AfterEach
    void endWhatIsLeft() throws IOException, InterruptedException {
        home.close();
        if (mounted) {
            home.run("umount", "-l", home.path("small").toString());
        }
    }

    private void mount() throws IOException, InterruptedException {
        Files.createDirectory(home.path("small"));
        Home.Outcome outcome = home.run("mount", "-t", "tmpfs", "-o", "size=64k", "none", home.path("small").toString());
        mounted = outcome.code() == 0;
        assumeTrue(mounted, "needs to be root to mount a small disk: " + outcome.err());
    }

    private void fill() throws IOException {
        try (var file = Files.newOutputStream(home.path("small/filler"))) {
            for (int i = 0; i < 1 << 20; i++) {
                file.write(new byte[1]);
            }
        } catch (IOException e) {
            // That is what was wanted.
            return;
        }
        throw new AssertionError("the small disk has room for a megabyte");
    }

    private String unsaved(String reason) {
        return "The state is not saved -- cannot write " + home.path("small/state") + ": " + reason;
    }

    @Test
    void goesOnWithoutItsStateAndTellsOnce() throws IOException, InterruptedException {
        fill();
        home.controlFile("set daemon 1\nset statefile DIR/small/state\n" + Home.ticking("a") + Home.process("p", "0"));
        home.start();

        home.await("several looks and a start", () -> home.notes("a").size() >= 4 && home.runs("p"));
        assertEquals(1, home.said(unsaved("no space left on device")), home.log());

        Files.delete(home.path("small/filler"));
        home.crash("p");
        home.await("The state is saved again");
        home.await("a whole state", () -> home.text("small/state").endsWith("end\n") || home.text("small/state.twin").endsWith("end\n"));
    }

    @Test
    void goesOnWithoutItsLog() throws IOException, InterruptedException {
        home.write("big", "x");
        home.controlFile("set daemon 1\nset log DIR/small/log\n" + Home.ticking("a")
                + FAILING);
        home.start();
        home.await("a line", () -> home.text("small/log").contains("'big' size test failed"));

        fill();
        int looks = home.notes("a").size();
        home.await("further looks", () -> home.notes("a").size() >= looks + 40 || home.text("err").contains("cannot log"));
        Files.delete(home.path("small/filler"));

        home.await("the end of the gap", () -> home.text("small/log").contains(" could not be logged\n"));
        assertEquals(1, home.text("err").lines().filter(l -> l.startsWith("jmonit: cannot log: ")).count(), home.text("err"));
    }

    @Test
    void staysWhereItsStateMayNotBeWritten() throws IOException, InterruptedException {
        Home.Outcome outcome = home.run("mount", "-o", "remount,ro", home.path("small").toString());
        assumeTrue(outcome.code() == 0, outcome.err());
        home.write("big", "x");
        home.controlFile("set daemon 1\nset statefile DIR/small/state\n" + Home.ticking("a") + FAILING);
        home.start();

        home.await("what is wrong", () -> home.said(unsaved("read-only file system")) > 0);
        int looks = home.notes("a").size();
        home.await("further looks", () -> home.notes("a").size() >= looks + 3);
        assertEquals(1, home.said(unsaved("read-only file system")), home.log());
    }

    @Test
    void followsARotatedLog() throws IOException, InterruptedException {
        home.write("big", "x");
        home.controlFile("set daemon 1\n" + FAILING);
        home.start();
        home.await("'big' size test failed");

        Files.move(home.path("log"), home.path("log.1"));

        home.await("'big' size test failed");
        long old = Files.size(home.path("log.1"));
        home.await("a second line", () -> home.said("'big' size test failed") > 1);
        assertEquals(old, Files.size(home.path("log.1")));
    }

    @Test
    void keepsAStateThatIsNotItsOwn() throws IOException, InterruptedException {
        Files.write(home.path("state"), new byte[] {0, 1, 2, (byte) 0xff, 0});
        home.write("big", "x");
        home.controlFile("set daemon 1\n" + FAILING);
        home.start();

        home.await("Starting without what was known before -- the state file " + home.path("state")
                + " does not hold the state of jmonit; it is kept as " + home.path("state.unusable"));
        home.await("a state of its own", () -> home.text("state").startsWith("jmonit state 2\n"));
        assertEquals(5, Files.size(home.path("state.unusable")));
    }
}
