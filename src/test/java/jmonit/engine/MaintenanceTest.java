package jmonit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Hours in which services may fail. The stage begins on a Friday at three. */
class MaintenanceTest {

    private static final String WEB = """
            check process web with pidfile /run/web
                start "/bin/web"
                if does not exist then restart
                group front
            """;

    private static Stage stage(String setting) {
        var stage = new Stage(setting + "\n" + WEB);
        stage.tick();
        return stage;
    }

    private static List<String> events(List<String> lines) {
        return lines.stream().filter(l -> l.startsWith("event")).toList();
    }

    @Test
    void nobodyIsToldWithinItsHours() {
        var stage = stage("set maintenance \"fri 02:00-03:01\" for group front reason \"vacuum\"");

        assertEquals(List.of("event web Does not exist, restart (maintenance: vacuum)"), events(stage.gone("web")));
        assertEquals(stage.wall().plusSeconds(60), stage.view("web").calm().quiet().getFirst().until());
    }

    @Test
    void whatStillFailsAtTheEndIsTold() {
        var stage = stage("set maintenance \"fri 02:00-03:01\"");
        stage.gone("web");

        assertEquals(List.of("event web Does not exist, restart"), events(stage.later(Duration.ofSeconds(60)).tick()));
    }

    @Test
    void othersAndOtherHoursAreAsEver() {
        for (String setting : List.of("set maintenance \"sat 02:00-04:00\"", "set maintenance \"fri 03:01-04:00\" for service web",
                "set maintenance \"fri\" for group back")) {
            assertEquals(List.of("event web Does not exist, restart"), events(stage(setting).gone("web")), setting);
        }
    }

    @Test
    void rulesActAsEver() {
        assertTrue(stage("set maintenance \"fri\"").gone("web").contains("start web"));
    }

    @Test
    void inPassiveModeRulesOnlyWatchUntilItIsOver() {
        var stage = stage("set maintenance \"fri 02:00-03:01\" mode passive");

        List<String> lines = stage.gone("web");
        assertFalse(lines.contains("start web"));
        assertEquals(List.of("event web Does not exist, alert (maintenance)"), events(lines));

        stage.later(Duration.ofSeconds(60)).tick();
        assertTrue(stage.gone("web").contains("start web"));
    }

    @Test
    void itsBeginningCountsForTheLookOfARestartThatIsUnderWay() {
        var stage = new Stage("set maintenance \"fri 03:01-04:00\" mode passive\n" + Stage.CHAIN.replaceFirst("/db\n", "/db\n    if cpu > 50% then unmonitor\n"));
        stage.tick();
        stage.running("db", 1, "cpu", "good");
        stage.running("app", 2);
        stage.running("web", 3);
        stage.asked(Request.Wish.RESTART, "db");
        for (String name : List.of("web", "app", "db", "db")) {
            stage.done(name);
        }

        assertEquals("event db Resource limit matched, alert (maintenance)",
                events(stage.later(Duration.ofSeconds(60)).running("db", 11, "cpu", "bad")).getFirst());
        assertTrue(stage.monitored("db"));
    }

    @Test
    void aReloadBeginsAndEndsIt() {
        var stage = stage("");
        stage.reloaded("set maintenance \"fri\"\n" + WEB);
        assertEquals(List.of("event web Does not exist, restart (maintenance)"), events(stage.gone("web")));

        assertEquals(List.of("event web Does not exist, restart"), events(stage.reloaded(WEB)));
    }
}
