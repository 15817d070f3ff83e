package jmonit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import jmonit.model.Snapshot;

class SinceTest {

    private static final String WEB = """
            check process web with pidfile /web
                start program = "/start"
                if cpu > 80% then alert
            """;

    private static Snapshot.Failure failure(Stage stage) {
        return stage.view("web").failures().getFirst();
    }

    private static Stage failing() {
        var stage = new Stage(WEB);
        stage.tick();
        stage.running("web", 7, "cpu", "bad");
        return stage;
    }

    @Test
    void aFailureKnowsSinceWhenItLastsAndWhichRuleItBroke() {
        var stage = failing();

        stage.cycle();
        stage.running("web", 7, "cpu", "bad");

        assertEquals(Instant.parse("2026-01-02T03:00:00Z"), failure(stage).since());
        assertEquals(List.of(stage.view("web").service().rules().get(0)), failure(stage).rule());
    }

    @Test
    void aFailureThatComesBackIsANewOne() {
        var stage = failing();
        stage.cycle();
        stage.running("web", 7, "cpu", "good");

        stage.cycle();
        stage.running("web", 7, "cpu", "bad");

        assertEquals(Instant.parse("2026-01-02T03:00:20Z"), failure(stage).since());
    }

    @Test
    void sinceWhenItLastsIsRememberedOverARestart() {
        var again = new Stage(WEB, failing().remembered(), false);

        assertEquals(Instant.parse("2026-01-02T03:00:00Z"), failure(again).since());
    }

    @Test
    void aProgramThatFailedBreaksNoRule() {
        var stage = new Stage(WEB.replace("    if cpu > 80% then alert\n", ""));
        stage.tick();
        stage.running("web", 7);
        stage.later(Stage.CYCLE).asked(Request.Wish.START, "web");

        stage.failed("web", "failed to start");

        assertEquals(List.of(), failure(stage).rule());
        assertEquals(Instant.parse("2026-01-02T03:00:10Z"), failure(stage).since());
    }

    @Test
    void aProgramThatFailedIsRememberedOverAKillAndToldToWorkAgainAfterIt() {
        var killed = new Stage(WEB);
        killed.tick();
        killed.running("web", 7);
        killed.asked(Request.Wish.RESTART, "web");
        killed.failed("web", "failed to start");

        var stage = new Stage(WEB, killed.remembered(), false);

        assertEquals(killed.view("web").failures(), stage.view("web").failures());
        stage.tick();
        assertEquals(List.of("info 'web' process is running after previous exec error (slow starting or manually recovered?)",
                "event web Execution succeeded, alert"), stage.running("web", 7).stream().filter(l -> !l.startsWith("watch")).toList());
        assertEquals(List.of(), stage.remembered().services().getFirst().failed());
    }

    @Test
    void aProgramThatFailedBeforeTheMachineWasStartedAnewIsForgotten() {
        var killed = new Stage(WEB);
        killed.tick();
        killed.running("web", 7);
        killed.asked(Request.Wish.RESTART, "web");
        killed.failed("web", "failed to start");

        assertEquals(List.of(), new Stage(WEB, killed.remembered(), true).view("web").failures());
    }
}
