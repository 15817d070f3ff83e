package jmonit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import jmonit.engine.Request.Wish;

/** What operators who ask for several things are told, and in which order these are done: web needs app, app needs db. */
class AskedTest {

    private final Stage stage = Stage.chain();

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
        var alone = new Stage("check process db with pidfile /db\n" + Stage.PROGRAMS);
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
        stage.running("db", 1);
        stage.asked(Wish.START, "web");

        assertEquals(List.of(), replies(stage.asked(Wish.STOP, "web")));
        stage.running("db", 1);
        stage.done("app");
        stage.done("app");
        assertEquals(List.of("stop web"), deeds(stage.done("web")));
    }

    @Test
    void whoWaitsForAServiceThatAReloadRemovesIsTold() {
        stage.asked(Wish.RESTART, "app");
        stage.running("db", 1);
        stage.asked(Wish.RESTART, "web");
        stage.running("db", 1);
        stage.reloaded(Stage.CHAIN.substring(0, Stage.CHAIN.indexOf("check process web")));

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

    // ---- what it takes to look at what is needed

    private Stage stoppedOverAFile() {
        var files = new Stage("check file conf with path /conf\ncheck process web with pidfile /web\n" + Stage.PROGRAMS + "    depends on conf\n");
        files.tick();
        files.running("conf", 0);
        files.running("web", 1);
        files.asked(Wish.STOP, "web");
        files.done("web");
        return files;
    }

    @Test
    void looksAtWhatIsNeededBeforeItStarts() {
        Stage files = stoppedOverAFile();

        assertEquals("look conf", files.asked(Wish.START, "web").getLast());
        assertEquals(List.of("start web"), files.running("conf", 0));
    }

    @Test
    void doesNotWaitForASlowLookAtWhatWasWell() {
        Stage files = stoppedOverAFile();
        files.asked(Wish.START, "web");

        assertEquals(Duration.ofSeconds(1), files.nextDue());
        assertEquals(List.of("start web"), deeds(files.later(Duration.ofSeconds(1)).tick()));
        assertEquals(List.of("error 'conf' is not there", "event conf Does not exist, restart"), files.gone("conf").subList(0, 2));
    }

    @Test
    void doesWhatWaitsForALookThoughTheEndHasCome() {
        Stage files = stoppedOverAFile();
        files.asked(Wish.START, "web");
        files.retire();

        assertEquals(List.of("start web"), deeds(files.running("conf", 0)));
    }

    @Test
    void waitsForASlowLookAtWhatWasNotWell() {
        var files = new Stage("check file conf with path /conf\n    if not exist then alert\ncheck process web with pidfile /web\n" + Stage.PROGRAMS
                + "    depends on conf\n");
        files.tick();
        files.gone("conf");

        assertEquals("look conf", files.asked(Wish.START, "web").getLast());
        assertEquals(List.of(), deeds(files.later(Duration.ofSeconds(9)).tick()));
        assertEquals(List.of("start web"), deeds(files.running("conf", 0)));
    }

    @Test
    void doesNotWaitForEverForALookThatHangs() {
        var files = new Stage("check file conf with path /conf\n    if not exist then alert\ncheck process web with pidfile /web\n" + Stage.PROGRAMS
                + "    depends on conf\n");
        files.tick();
        files.gone("conf");
        files.asked(Wish.START, "web");

        List<String> told = files.later(Duration.ofMinutes(5)).tick();

        assertEquals(List.of("refuse 'web' failed to start -- could not start required services: 'conf'"), replies(told));
        assertTrue(told.contains("error 'conf' could not be looked at in time"), told.toString());
    }

    @Test
    void doesNotWaitForALookAtWhatAReloadRemoved() {
        String web = "check process web with pidfile /web\n" + Stage.PROGRAMS;
        var files = new Stage("check file conf with path /conf\n    if not exist then alert\n" + web + "    depends on conf\n");
        files.tick();
        files.gone("conf");
        files.asked(Wish.START, "web");

        assertEquals(List.of("start web"), deeds(files.reloaded(web)));
    }

    @Test
    void restartsServicesThatNeedTheSameSideBySide() {
        var two = new Stage("check process db with pidfile /db\n" + Stage.PROGRAMS + "check process one with pidfile /one\n" + Stage.PROGRAMS
                + "    depends on db\ncheck process two with pidfile /two\n" + Stage.PROGRAMS + "    depends on db\n");
        two.tick();
        for (String name : List.of("db", "one", "two")) {
            two.running(name, 1);
        }
        two.asked(Wish.RESTART, "one", "two");

        assertEquals(List.of("stop one", "stop two"), deeds(two.running("db", 1)));
    }
}
