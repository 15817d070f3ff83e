package jmonit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import jmonit.model.Silence.Remark;

/** Of a failure that somebody looks after nobody is reminded, until it is over. */
class AcknowledgementTest {

    private static final String RULES = """
            set alert a@b.example reminder 1
            set alert boss@b.example after 30 seconds
            check process web with pidfile /run/web
                if does not exist then alert
                if cpu > 50% then alert
            """;

    private static Stage failing() {
        var stage = new Stage(RULES);
        stage.tick();
        stage.gone("web");
        return stage;
    }

    private static List<String> acknowledge(Stage stage) {
        return stage.calmed(new Calming.Acknowledge(List.of("web"), new Remark("ann", "on it")));
    }

    private static List<String> events(List<String> lines) {
        return lines.stream().filter(l -> l.startsWith("event") || l.startsWith("still")).toList();
    }

    @Test
    void stopsRemindersAndEscalation() {
        var stage = failing();

        assertEquals(List.of("info 'web' is acknowledged by ann: on it", "reply"), acknowledge(stage));

        for (int i = 0; i < 6; i++) {
            stage.cycle();
            assertEquals(List.of(), events(stage.gone("web")));
        }
        assertEquals("ann", stage.view("web").calm().acknowledged().getFirst().remark().by());
    }

    @Test
    void isOverWhenTheServiceRecovers() {
        var stage = failing();
        acknowledge(stage);
        stage.cycle();
        stage.running("web", 7);
        assertEquals(List.of(), stage.view("web").calm().acknowledged());

        stage.cycle();
        stage.gone("web");
        stage.cycle();

        assertEquals(List.of("still web Does not exist, 2"), events(stage.gone("web")));
    }

    @Test
    void isOverWhenItIsTakenBack() {
        var stage = failing();
        acknowledge(stage);

        assertEquals(List.of("info 'web' is not acknowledged any more by bob", "reply"),
                stage.calmed(new Calming.Disown(List.of("web"), new Remark("bob", ""))));
        stage.cycle();

        assertEquals(List.of("still web Does not exist, 2"), events(stage.gone("web")));
    }

    @Test
    void ofWhatDoesNotFailIsRefused() {
        var stage = new Stage(RULES);
        stage.tick();
        stage.running("web", 7);

        assertEquals(List.of("refuse it does not fail, so there is nothing to acknowledge"), acknowledge(stage));
        assertEquals(List.of("refuse it is not acknowledged"), stage.calmed(new Calming.Disown(List.of("web"), Remark.NONE)));
        assertEquals(List.of("refuse There is no service named \"nobody\""),
                stage.calmed(new Calming.Acknowledge(List.of("nobody"), Remark.NONE)));
    }

    @Test
    void outlivesARestart() {
        var before = failing();
        acknowledge(before);

        var stage = new Stage(RULES, before.remembered(), false);
        stage.tick();

        assertEquals("on it", stage.view("web").calm().acknowledged().getFirst().remark().reason());
        assertEquals(List.of(), events(stage.gone("web")));
    }

    @Test
    void isOfNoUseForWhatFailsLater() {
        var stage = new Stage(RULES);
        stage.tick();
        stage.running("web", 7, "cpu", "bad");
        acknowledge(stage);
        stage.later(Duration.ofSeconds(1));
        stage.cycle();

        assertEquals(List.of("event web Does not exist, alert"), events(stage.gone("web")));
        stage.cycle();
        assertEquals(List.of("still web Does not exist, 2"), events(stage.gone("web")));
    }

    /** Its rules have not seen three bad cycles yet; that it could not be started is a failure all the same. */
    @Test
    void isOfAProgramThatCannotStartTheServiceToo() {
        var stage = unstarted();

        assertEquals(List.of("info 'web' is acknowledged by ann: on it", "reply"), acknowledge(stage));

        assertEquals("ann", stage.view("web").calm().acknowledged().getFirst().remark().by());
        stage.later(Duration.ofSeconds(60));
        assertEquals(List.of(), events(stage.tick()));
    }

    @Test
    void ofAProgramIsOverWhenTheServiceIsThere() {
        var stage = unstarted();
        acknowledge(stage);

        stage.cycle();
        stage.running("web", 7);

        assertEquals(List.of(), stage.view("web").calm().acknowledged());
        assertEquals(List.of("refuse it does not fail, so there is nothing to acknowledge"), acknowledge(stage));
    }

    private static Stage unstarted() {
        var stage = new Stage("""
                set alert boss@b.example after 30 seconds
                check process web with pidfile /run/web
                    start program = "/start"
                    if does not exist for 30 cycles then alert
                """);
        stage.tick();
        stage.asked(Request.Wish.START, "web");
        stage.failed("web", "failed to start");
        return stage;
    }
}
