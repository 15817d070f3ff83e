package jmonit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** In which order services that need each other are stopped and started: web needs app, app needs db. */
class PlanTest {

    private final Stage stage = Stage.chain();

    private List<String> dies() {
        stage.exited(1);
        return stage.gone("db");
    }

    private List<String> untilDbIsLookedAt() {
        var done = new ArrayList<>(deeds(dies()));
        for (String name : List.of("web", "app", "db", "db")) {
            done.addAll(deeds(stage.done(name)));
        }
        return done;
    }

    private static List<String> deeds(List<String> lines) {
        return lines.stream().filter(l -> l.matches("(start|stop|look) (db|app|web)")).toList();
    }

    @Test
    void stopsWhatNeedsItFirstAndLooksBeforeItStartsThemAgain() {
        assertEquals(List.of("stop web", "stop app", "stop db", "start db", "look db"), untilDbIsLookedAt());

        assertEquals(List.of("info 'db' is there", "event db Exists, alert", "start app"), stage.running("db", 11));
        assertEquals(List.of("start web"), stage.done("app"));
        assertEquals(Set.of("look db", "look app", "look web"), Set.copyOf(deeds(stage.done("web"))));
    }

    @Test
    void waitsOnForItsLookWhenAnOlderOneAtAnotherServiceComesBack() {
        stage.cycle();
        stage.running("db", 1);
        stage.running("app", 2);
        stage.asked(Request.Wish.RESTART, "db");
        for (String name : List.of("web", "app", "db", "db")) {
            stage.done(name);
        }

        assertEquals(List.of(), deeds(stage.running("web", 3)));
        assertEquals(List.of("start app"), deeds(stage.running("db", 11)));
    }

    @Test
    void doesNotStartWhatNeedsItWhenItIsNotUp() {
        untilDbIsLookedAt();

        List<String> lines = stage.gone("db");

        assertTrue(lines.contains("error 'app' failed to start -- could not start required services: 'db'"), lines.toString());
        assertFalse(lines.contains("start app"));
    }

    @Test
    void startsNothingWhereAStopFailed() {
        dies();

        List<String> lines = stage.failed("web", "failed to stop");

        assertTrue(lines.contains("error 'web' failed to stop"), lines.toString());
        assertEquals(List.of(), deeds(lines).stream().filter(l -> !l.startsWith("look")).toList());
    }

    @Test
    void leavesAloneWhatIsNotMonitored() {
        stage.asked(Request.Wish.UNMONITOR, "web");

        assertEquals(List.of("stop app"), deeds(dies()));
    }

    @Test
    void startsWhatIsNeededFirstAndLooksAtIt() {
        stage.asked(Request.Wish.STOP, "db");
        for (String name : List.of("web", "app", "db")) {
            stage.done(name);
        }
        assertFalse(stage.monitored("web"));

        assertEquals(List.of("start db"), deeds(stage.asked(Request.Wish.START, "web")));
        assertEquals(List.of("look db"), deeds(stage.done("db")));
        assertEquals(List.of("start app"), deeds(stage.running("db", 11)));
        assertEquals(List.of("look app"), deeds(stage.done("app")));
        assertEquals(List.of("start web"), deeds(stage.running("app", 12)));
        assertTrue(stage.monitored("db"));
    }

    @Test
    void leavesAllThatNeedsItWhenItIsUnmonitored() {
        stage.asked(Request.Wish.UNMONITOR, "app");

        assertTrue(stage.monitored("db"));
        assertFalse(stage.monitored("app"));
        assertFalse(stage.monitored("web"));
    }

    @Test
    void monitorsAllThatIsNeeded() {
        stage.asked(Request.Wish.UNMONITOR, "db");

        stage.asked(Request.Wish.MONITOR, "app");

        assertTrue(stage.monitored("db"));
        assertFalse(stage.monitored("web"));
    }

    @Test
    void doesNotLookAtWhatNeedsSomethingThatFails() {
        stage.cycle();

        List<String> lines = stage.gone("db");

        assertFalse(lines.contains("look app"), lines.toString());
    }

    @Test
    void looksOnceMoreAtWhatWaitedWhileItWasRestarted() {
        stage.cycle();
        stage.gone("db");
        for (String name : List.of("web", "app", "db", "db")) {
            stage.done(name);
        }
        stage.running("db", 11);
        stage.done("app");

        List<String> lines = deeds(stage.done("web"));

        assertEquals(List.of("look db"), lines);
        assertEquals(List.of("look app"), deeds(stage.running("db", 11)));
        assertEquals(List.of("look web"), deeds(stage.running("app", 12)));
    }

    @Test
    void tellsAnActionThatFailedAfterTheErrorThatSaysWhy() {
        stage.asked(Request.Wish.STOP, "web");

        List<String> lines = stage.failed("web", "failed to stop");

        assertEquals(List.of("error 'web' failed to stop", "event web Execution failed, alert", "unwatch 3", "info 'web' stop action failed",
                "event web Action done, alert", "refuse 'web' failed to stop"), lines);
    }
}
