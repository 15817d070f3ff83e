package jmonit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.daemon.ConsoleSink;
import jmonit.model.LogTarget;

class LogSetupTest {

    private static final Logger LOG = LoggerFactory.getLogger("jmonit.test");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private LogSetup log = setUp(false);

    private LogSetup setUp(boolean verbose) {
        return new LogSetup("jmonit", verbose, new ConsoleSink(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8)), new PrintStream(err, true, UTF_8));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private Path file() {
        return folder.resolve("log");
    }

    @Test
    void logsToTheTerminalAndToTheFile() throws IOException {
        log.open(new LogTarget.ToFile(file().toString()));

        LOG.info("'{}' started", "vm");
        LOG.warn("careful");
        LOG.debug("not said");

        assertEquals("'vm' started\n", out.toString(UTF_8));
        assertEquals("careful\n", err.toString(UTF_8));
        String text = Files.readString(file());
        assertTrue(text.matches("\\[[^\\]]+] info     : 'vm' started\n\\[[^\\]]+] warning  : careful\n"), text);
    }

    @Test
    void saysMoreWhenVerbose() {
        log.close();
        log = setUp(true);

        LOG.debug("said");

        assertEquals("said\n", out.toString(UTF_8));
    }

    @Test
    void logsToTheFileOnlyOnceItHasLeftTheTerminal() throws IOException {
        log.open(new LogTarget.ToFile(file().toString()));
        log.leaveTerminal();

        LOG.info("x");

        assertEquals("", out.toString(UTF_8));
        assertEquals(1, Files.readAllLines(file()).size());
    }

    @Test
    void changesTheFile() throws IOException {
        log.open(new LogTarget.ToFile(file().toString()));
        LOG.info("one");
        log.open(new LogTarget.ToFile(folder.resolve("other").toString()));
        LOG.info("two");
        log.open(new LogTarget.None());
        LOG.info("three");

        assertEquals(1, Files.readAllLines(file()).size());
        assertEquals(1, Files.readAllLines(folder.resolve("other")).size());
    }

    @Test
    void keepsTheOldTargetWhenTheNewOneCannotBeOpened() throws IOException {
        log.open(new LogTarget.ToFile(file().toString()));

        assertThrows(IOException.class, () -> log.open(new LogTarget.ToFile(folder.resolve("no/log").toString())));
        LOG.info("x");

        assertEquals(1, Files.readAllLines(file()).size());
    }

    @Test
    void reopensTheFileAfterARotation() throws IOException {
        log.open(new LogTarget.ToFile(file().toString()));
        Files.move(file(), folder.resolve("log.1"));

        log.reopen();
        LOG.info("x");

        assertEquals(1, Files.readAllLines(file()).size());
    }

    @Test
    void complainsOnceOfAFullDiskAndGoesOn() throws IOException {
        assumeTrue(Files.isWritable(Path.of("/dev/full")), "needs /dev/full");
        log.open(new LogTarget.ToFile("/dev/full"));
        log.leaveTerminal();

        LOG.info("one");
        LOG.info("two");

        assertEquals("jmonit: cannot log: No space left on device; going on without\n", err.toString(UTF_8));
    }

    @Test
    void tellsTheWholeStoryOfAMistakeOfOurs() {
        LOG.error("that should not happen", new IllegalStateException("at all"));

        String text = err.toString(UTF_8);
        assertTrue(text.startsWith("that should not happen\njava.lang.IllegalStateException: at all\n\tat jmonit."), text);
    }
}
