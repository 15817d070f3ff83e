package jmonit.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import jmonit.BuiltIn;
import jmonit.config.Places;
import jmonit.config.Reading;
import jmonit.model.LogTarget;
import jmonit.os.Background;
import jmonit.os.FakeFiles;
import jmonit.os.FakeIdFile;
import jmonit.os.FakeOwnSignals;
import jmonit.os.FakePidFile;
import jmonit.os.OwnSignal;

class LifeTest {

    private static final Places PLACES = new Places("/m", "/p", "/id", "/s");

    private final FakePidFile pidFile = new FakePidFile();
    private final FakeIdFile idFile = new FakeIdFile().with("/id", "known");
    private final FakeOwnSignals signals = new FakeOwnSignals();
    private final List<String> seen = new ArrayList<>();
    private final List<OwnSignal> arriving = new ArrayList<>();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Life.class);
    private boolean well = true;
    private boolean validating;
    private Optional<String> logFault = Optional.empty();

    LifeTest() {
        lines.start();
        logger.addAppender(lines);
        logger.setAdditive(false);
        logger.setLevel(ch.qos.logback.classic.Level.INFO);
    }

    @AfterEach
    void forgetTheLog() {
        logger.detachAppender(lines);
    }

    /** Notes in order what happens to it. */
    private final class NotedLog implements Log {

        @Override
        public void open(LogTarget target) throws IOException {
            if (logFault.isPresent()) {
                throw new IOException(logFault.get());
            }
            seen.add("log");
        }

        @Override
        public void reopen() {
            seen.add("reopen");
        }

        @Override
        public void leaveTerminal() {
            seen.add("leave terminal");
        }

        @Override
        public void close() {
            seen.add("close");
        }
    }

    private final class NotedWork implements Work {

        @Override
        public boolean once() {
            seen.add("once");
            return well;
        }

        @Override
        public boolean act(String wish, List<String> services) {
            seen.add(wish + " " + services);
            return well;
        }

        @Override
        public void watch() {
            seen.add("watch while " + pidFile.keeper("/p").orElse(-1));
            arriving.forEach(signals::arrive);
        }

        @Override
        public void told(OwnSignal signal) {
            seen.add(signal.name());
        }
    }

    private int live(String settings) {
        return live(settings, idFile, () -> seen.add("background"));
    }

    private int live(String settings, FakeIdFile ids, Background background) {
        return live(settings, ids, background, NotedWork::new);
    }

    private int live(String settings, FakeIdFile ids, Background background, Life.Making making) {
        var result = Reading.of("/m", BuiltIn.CATALOG, new FakeFiles().file("/m", settings), "plum");
        return new Life(new Life.Ports(pidFile, ids, signals, background), new NotedLog())
                .live(new Birth("jmonit 0.1.0", PLACES, result.controlFile().settings(), validating), making);
    }

    private List<String> log() {
        return lines.list.stream().map(l -> l.getLevel() + " " + l.getFormattedMessage()).toList();
    }

    @Test
    void goesIntoTheBackgroundAndWatchesWithItsPidfile() {
        assertEquals(0, live("set daemon 5"));

        assertEquals(List.of("log", "background", "leave terminal", "watch while 4711"), seen);
        assertEquals(List.of("INFO Starting jmonit 0.1.0 daemon"), log());
        assertTrue(pidFile.keeper("/p").isEmpty());
    }

    @Test
    void staysInTheForegroundWhenAsked() {
        assertEquals(0, live("set daemon 5\nset init"));

        assertEquals(List.of("log", "watch while 4711"), seen);
    }

    @Test
    void makesOnePassWhereNoPollTimeIsSetEvenBesideADaemon() {
        pidFile.keptBy("/p", 99);

        assertEquals(0, live(""));

        assertEquals(List.of("log", "once"), seen);
    }

    @Test
    void makesOnePassToValidateEvenWhereAPollTimeIsSet() {
        validating = true;

        assertEquals(0, live("set daemon 5"));

        assertEquals(List.of("log", "once"), seen);
    }

    @Test
    void failsWhenWhatItValidatesIsNotWell() {
        well = false;

        assertEquals(0, live(""));
        validating = true;
        assertEquals(1, live(""));
    }

    @Test
    void wakesTheDaemonThatRunsAlready() {
        pidFile.keptBy("/p", 99);

        assertEquals(0, live("set daemon 5"));

        assertEquals(List.of("99 WAKE"), signals.sent());
        assertEquals(List.of("INFO Monit daemon with PID 99 awakened"), log());
        assertEquals(List.of("log"), seen);
    }

    @Test
    void failsWhenItMayNotWakeIt() {
        pidFile.keptBy("/p", 99);
        signals.refuse("Operation not permitted");

        assertEquals(1, live("set daemon 5"));

        assertEquals(List.of("ERROR Cannot signal the monit daemon process -- Operation not permitted"), log());
    }

    @Test
    void makesAnIdAtItsFirstStart() {
        live("", new FakeIdFile(), () -> seen.add("background"));

        assertEquals(List.of("INFO  New Monit id: " + FakeIdFile.NEW + "\n Stored in '/id'"), log());
    }

    @Test
    void watchesWithoutAGoodId() {
        idFile.with("/id", "");

        assertEquals(0, live("set daemon 5\nset init"));

        assertEquals("ERROR Error reading id from file '/id'", log().getFirst());
    }

    @Test
    void doesNotStartWithoutItsLog() {
        logFault = Optional.of("cannot write the log file /l (Permission denied)");

        assertEquals(1, live("set daemon 5"));

        assertEquals(List.of("ERROR cannot write the log file /l (Permission denied)"), log());
        assertEquals(List.of(), seen);
    }

    @Test
    void givesThePidfileBackWhenItCannotGoIntoTheBackground() {
        assertEquals(1, live("set daemon 5", idFile, () -> {
            throw new IOException("cannot go to /: Permission denied");
        }));

        assertTrue(pidFile.keeper("/p").isEmpty());
    }

    @Test
    void logsWhatItIsToldAndPassesItOn() {
        arriving.addAll(List.of(OwnSignal.WAKE, OwnSignal.RELOAD, OwnSignal.STOP, OwnSignal.STOP));

        live("set daemon 5\nset init");

        assertEquals(List.of("log", "watch while 4711", "WAKE", "reopen", "RELOAD", "STOP", "STOP"), seen);
        assertEquals(List.of("INFO Awakened by User defined signal 1", "INFO Reinitializing Monit -- control file '/m'",
                "INFO Monit daemon with pid [" + ProcessHandle.current().pid() + "] stopped"), log().subList(1, 4));
    }

    @Test
    void keepsWhatItIsToldWhileItGetsReady() {
        live("set daemon 5\nset init", idFile, () -> seen.add("background"), () -> {
            seen.add("making while " + pidFile.keeper("/p").orElse(-1));
            signals.arrive(OwnSignal.STOP);
            signals.arrive(OwnSignal.RELOAD);
            return new NotedWork();
        });

        assertEquals(List.of("log", "making while 4711", "reopen", "RELOAD", "STOP", "watch while 4711"), seen);
    }

    @Test
    void announcesItsWebServer() {
        live("set daemon 5\nset init\nset httpd port 2812 and use address 127.0.0.1 allow localhost");
        live("set daemon 5\nset init\nset httpd port 2812 allow localhost");
        live("set daemon 5\nset init\nset httpd unixsocket /run/m.sock allow admin:x");

        assertEquals(List.of("INFO Starting jmonit 0.1.0 daemon with http interface at [127.0.0.1]:2812",
                "INFO Starting jmonit 0.1.0 daemon with http interface at [*]:2812",
                "INFO Starting jmonit 0.1.0 daemon with http interface at /run/m.sock"), log());
    }
}
