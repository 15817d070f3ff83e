package jmonit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jmonit.engine.Request.Wish;

/** What operators who ask for several things are told, and in which order these are done: web needs app, app needs db. */
class AskedTest {

    private static final String PROGRAMS = "    start program = \"/start\"\n    stop program = \"/stop\"\n";
    private static final String CHAIN = "check process db with pidfile /db\n" + PROGRAMS
            + "check process app with pidfile /app\n" + PROGRAMS + "    depends on db\n"
            + "check process web with pidfile /web\n" + PROGRAMS + "    depends on app\n";

    private final Stage stage = new Stage(CHAIN);

    @BeforeEach
    void allIsUp() {
        stage.tick();
        stage.running("db", 1);
        stage.running("app", 2);
        stage.running("web", 3);
    }

    private static List<String> replies(List<String> lines) {
        return lines.stream().filter(l -> l.startsWith("reply") || l.startsWith("refuse")).toList();
    }

    private static List<String> deeds(List<String> lines) {
        return lines.stream().filter(l -> l.matches("(start|stop) \\w+")).toList();
    }

    @Test
    void saysWhatAStopThatFailedHasLeftUndone() {
        stage.asked(Wish.STOP, "web", "app", "db");
        stage.done("web");

        List<String> told = stage.failed("app", "failed to stop");

        assertEquals(List.of("refuse 'app' failed to stop, so 'db' was left alone", "refuse 'app' failed to stop", "reply"), replies(told));
    }

    @Test
    void saysThatNothingWasRestartedWhereWhatNeedsItDidNotStop() {
        stage.asked(Wish.RESTART, "db");

        assertEquals(List.of("refuse 'web' failed to stop, so 'db' was left alone"), replies(stage.failed("web", "failed to stop")));
    }

    /** Seen by experiment: of what did not even come to its turn Monit says that it is done. */
    @Test
    void logsOfWhatWasLeftUndoneWhatMonitLogs() {
        stage.asked(Wish.STOP, "db");

        assertTrue(stage.failed("web", "failed to stop").contains("info 'db' stop action done"));
    }

    @Test
    void allWhoAskToStopTheSameAreToldWhenItIsStopped() {
        stage.asked(Wish.STOP, "web");

        assertEquals(List.of(), replies(stage.asked(Wish.STOP, "web")));
        assertEquals(List.of("reply", "reply"), replies(stage.done("web")));
    }

    @Test
    void stopsAgainWhatIsStartedMeanwhile() {
        var alone = new Stage("check process db with pidfile /db\n" + PROGRAMS);
        alone.tick();
        alone.running("db", 1);
        alone.asked(Wish.STOP, "db");
        alone.asked(Wish.START, "db");
        alone.asked(Wish.STOP, "db");

        assertEquals(List.of("start db"), deeds(alone.done("db")));
        assertEquals(List.of("stop db"), deeds(alone.done("db")));
        alone.done("db");
        assertFalse(alone.monitored("db"));
    }

    @Test
    void aStopDoesNotOvertakeAStartThatWaits() {
        stage.asked(Wish.STOP, "web");
        stage.done("web");
        stage.asked(Wish.RESTART, "app");
        stage.asked(Wish.START, "web");

        assertEquals(List.of(), replies(stage.asked(Wish.STOP, "web")));
        stage.done("app");
        stage.done("app");
        for (String needed : List.of("db", "app")) {
            stage.done(needed);
            stage.running(needed, 9);
        }
        assertEquals(List.of("stop web"), deeds(stage.done("web")));
    }

    @Test
    void whoWaitsForAServiceThatAReloadRemovesIsTold() {
        stage.asked(Wish.RESTART, "app");
        stage.asked(Wish.RESTART, "web");
        stage.reloaded(CHAIN.substring(0, CHAIN.indexOf("check process web")));

        stage.done("web");
        stage.done("app");
        stage.done("app");

        assertEquals(List.of("reply", "refuse 'web' is not there any more"), replies(stage.running("app", 12)));
    }

    @Test
    void aRuleRestartsNothingThatIsUnmonitoredWhileItWaits() {
        stage.exited(3);
        stage.gone("web");
        stage.exited(1);
        stage.gone("db");
        stage.asked(Wish.UNMONITOR, "db");

        assertEquals(List.of("start web"), deeds(stage.done("web")));
        assertEquals(List.of(), deeds(stage.done("web")));
        assertFalse(stage.monitored("db"));
    }
}
