package jmonit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import jmonit.model.Scope;
import jmonit.model.Silence.Remark;

/** Some hear only of what lasts. */
class EscalationTest {

    private static final String WEB = "check process web with pidfile /run/web\n    if does not exist then alert\n";
    private static final String RULES = "set alert boss@b.example after 25 seconds\n" + WEB;

    private static Stage failing(String text) {
        var stage = new Stage(text);
        stage.tick();
        stage.gone("web");
        return stage;
    }

    private static List<String> events(List<String> lines) {
        return lines.stream().filter(l -> l.startsWith("event") || l.startsWith("still")).toList();
    }

    private static List<String> after(Stage stage, int seconds) {
        return events(stage.later(Duration.ofSeconds(seconds)).tick());
    }

    @Test
    void isToldInTheSecondItIsDueWhateverTheCycle() {
        var stage = failing(RULES);

        assertEquals(List.of(), after(stage, 24));
        assertEquals(List.of("event web Does not exist, alert only after 25 seconds"), after(stage, 1));
        assertEquals(List.of(), after(stage, 100));
    }

    @Test
    void whoWaitedIsToldOfTheEndOnlyIfHeWasToldOfTheFailure() {
        var stage = failing(RULES);
        stage.cycle();
        assertEquals(List.of("event web Exists, alert"), events(stage.running("web", 7)));

        stage.cycle();
        stage.gone("web");
        after(stage, 25);
        assertEquals(List.of("event web Exists, alert after 25 seconds"), events(stage.running("web", 7)));
    }

    @Test
    void cyclesAreThoseOfTheService() {
        var stage = failing("set alert boss@b.example after 3 cycles\n" + WEB + "    every 2 cycles\n");

        assertEquals(List.of(), after(stage, 59));
        assertEquals(List.of("event web Does not exist, alert only after 3 cycles"), after(stage, 1));
    }

    @Test
    void eachLevelHasItsTime() {
        var stage = failing("set alert boss@b.example after 25 seconds\nset alert owner@b.example after 1 minute\n" + WEB);

        assertEquals(List.of("event web Does not exist, alert only after 25 seconds"), after(stage, 30));
        assertEquals(List.of("event web Does not exist, alert only after 1 minute"), after(stage, 30));
        assertEquals(List.of("event web Exists, alert after 25 seconds after 1 minute"), events(stage.running("web", 7)));
    }

    @Test
    void countsAnewWhenASilenceEnds() {
        var stage = failing(RULES);
        stage.calmed(new Calming.Silence(new Scope.All(), stage.wall().plusSeconds(60), Remark.NONE));
        assertEquals(List.of(), after(stage, 59));
        assertEquals(List.of(), after(stage, 1));

        assertEquals(List.of("event web Does not exist, alert only after 25 seconds"), after(stage, 25));
    }

    @Test
    void isNotToldTwiceAfterARestart() {
        var before = failing(RULES);
        after(before, 25);

        var stage = new Stage(RULES, before.remembered(), false);

        assertEquals(List.of(), after(stage, 100));
        assertEquals(List.of("event web Exists, alert after 25 seconds"), events(stage.running("web", 7)));
    }

    @Test
    void theTimeBeforeARestartCounts() {
        var before = failing(RULES);
        before.later(Duration.ofSeconds(20));

        var stage = new Stage(RULES, before.remembered(), false);

        assertEquals(List.of("event web Does not exist, alert only after 25 seconds"), after(stage, 25));
    }

    @Test
    void theWordOfTheServiceCountsForItsRecipient() {
        var stage = failing(RULES + "    alert boss@b.example\n");

        assertEquals(List.of(), after(stage, 100));
    }

    @Test
    void aStartThatFailsIsAFailureThatLasts() {
        var stage = new Stage(RULES.replace("/run/web\n", "/run/web\n    start program = \"/start\"\n"));
        stage.tick();
        stage.asked(Request.Wish.START, "web");
        stage.failed("web", "no way");
        stage.gone("web");

        assertEquals(List.of("event web Execution failed, alert only after 25 seconds"),
                after(stage, 25).stream().filter(l -> l.contains("Execution")).toList());
        assertEquals(List.of(), after(stage, 100));
        assertEquals(List.of("event web Execution succeeded, alert after 25 seconds"),
                events(stage.running("web", 7)).stream().filter(l -> l.contains("Execution")).toList());
    }
}
