package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a daemon begins, is woken and ends. */
@Tag("live")
class EndLiveTest {

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

    @Test
    void hasItsPidfileBeforeTheFirstCycle() throws IOException, InterruptedException {
        home.script("look", "#!/bin/bash\ncp DIR/pid DIR/seen.new; mv DIR/seen.new DIR/seen\n");
        home.controlFile("set daemon 1\ncheck program look with path \"DIR/look\"\n    if status != 0 then alert\n");

        Process daemon = home.start();

        home.await("the pid as a check saw it", () -> home.pid("seen") == daemon.pid());
    }

    @Test
    void looksAtOnceWhenItIsWoken() throws IOException, InterruptedException {
        home.controlFile("set daemon 3000\n" + Home.ticking("a"));
        Process daemon = home.start();
        home.await("its first look", () -> home.notes("a").size() == 1);

        home.signal(daemon, "USR1");
        home.await("its second look", () -> home.notes("a").size() == 2);
        Home.Outcome second = home.jmonit("-c", "rc");

        assertEquals(0, second.code(), second.err());
        home.await("its third look", () -> home.notes("a").size() == 3);
        assertTrue(daemon.isAlive());
    }

    @Test
    void finishesWhatItIsDoingBeforeItEnds() throws IOException, InterruptedException {
        home.controlFile("set daemon 1\n" + Home.process("slow", "3"));
        Process daemon = home.start();
        home.await("the start", () -> home.notes("slow start").size() == 1);

        home.signal(daemon, "TERM");
        Home.Outcome end = home.ended(daemon);

        assertEquals(0, end.code(), end.err());
        assertTrue(home.runs("slow"), home.log());
        assertEquals(List.of(), home.notes("slow overlap"));
        assertFalse(Files.exists(home.path("pid")));
        assertFalse(home.text("state").contains("begun"), home.text("state"));
    }

    @Test
    void beginsNothingNewOnceItIsToldToEnd() throws IOException, InterruptedException {
        home.controlFile("set daemon 1\n" + Home.process("slow", "2") + Home.process("other", "0"));
        Process daemon = home.start();
        home.await("both starts", () -> home.notes("slow start").size() == 1 && home.runs("other"));
        home.await("what it looks at", () -> home.said("'other' process is running") == 1);

        home.signal(daemon, "TERM");
        home.await("stopped");
        home.crash("other");
        home.ended(daemon);

        assertTrue(home.runs("slow"), home.log());
        assertEquals(1, home.notes("other start").size(), home.log());
    }

    /** What hangs for longer than an operating system waits is left to itself. */
    @Test
    void endsAfterHalfAMinuteWhateverHangs() throws IOException, InterruptedException {
        home.controlFile("set daemon 1\n" + Home.process("stuck", "300").replace("20 seconds", "400 seconds"));
        Process daemon = home.start();
        home.await("the start", () -> home.notes("stuck start").size() == 1);

        long begun = System.nanoTime();
        home.signal(daemon, "TERM");
        home.ended(daemon);

        assertTrue(System.nanoTime() - begun > 25_000_000_000L, home.log());
        assertTrue(home.text("state").contains("begun\tSTART"), home.text("state"));
    }
}
