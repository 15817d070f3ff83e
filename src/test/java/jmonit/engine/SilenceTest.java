package jmonit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import jmonit.model.Scope;
import jmonit.model.Silence.Remark;

/** Nobody is told of what is silenced; what is left of it at the end is told once. */
class SilenceTest {

    private static final String RULES = """
            check process web with pidfile /run/web
                start "/bin/web"
                if does not exist then alert
                group front
            check process db with pidfile /run/db
                if does not exist then alert
            """;
    private static final Remark DEPLOY = new Remark("ann", "deploy");

    private static Stage stage() {
        return stage(Remembered.NOTHING);
    }

    private static Stage stage(Remembered remembered) {
        var stage = new Stage(RULES, remembered, false);
        stage.tick();
        return stage;
    }

    private static List<String> silence(Stage stage, Scope scope, Duration length) {
        return stage.calmed(new Calming.Silence(scope, stage.wall().plus(length), DEPLOY));
    }

    private static Stage silenced() {
        var stage = stage();
        silence(stage, new Scope.Named(List.of("web")), Duration.ofSeconds(60));
        return stage;
    }

    private static List<String> events(List<String> lines) {
        return lines.stream().filter(l -> l.startsWith("event") || l.startsWith("still")).toList();
    }

    @Test
    void saysInTheLogWhoSilencesWhatUntilWhenAndWhy() {
        assertEquals(List.of("info silence 1 for service web until 2026-01-02 03:01:00 by ann: deploy", "reply"),
                silence(stage(), new Scope.Named(List.of("web")), Duration.ofSeconds(60)));
    }

    @Test
    void aFailureIsRecordedButToldToNobody() {
        assertEquals(List.of("event web Does not exist, alert (silenced by ann: deploy)"), events(silenced().gone("web")));
    }

    @Test
    void othersAreToldOfAsEver() {
        assertEquals(List.of("event db Does not exist, alert"), events(silenced().gone("db")));
    }

    @Test
    void aGroupOrAllMayBeSilenced() {
        for (Scope scope : List.of(new Scope.Group("FRONT"), new Scope.All())) {
            var stage = stage();
            silence(stage, scope, Duration.ofSeconds(60));

            assertEquals(List.of("event web Does not exist, alert (silenced by ann: deploy)"), events(stage.gone("web")));
        }
    }

    @Test
    void whatStillFailsAtTheEndIsToldThenAndOnlyOnce() {
        var stage = silenced();
        stage.gone("web");

        assertEquals(List.of("event web Does not exist, alert"), events(stage.later(Duration.ofSeconds(60)).tick()));
        assertEquals(List.of(), events(stage.gone("web")));
    }

    @Test
    void ofWhatFailedAndRecoveredMeanwhileNobodyHears() {
        var stage = silenced();
        stage.gone("web");
        stage.cycle();
        assertEquals(List.of("event web Exists, alert (silenced by ann: deploy)"), events(stage.running("web", 7)));

        assertEquals(List.of(), events(stage.later(Duration.ofSeconds(60)).tick()));
    }

    @Test
    void aRecoveryFromWhatWasToldBeforeIsToldAtTheEnd() {
        var stage = stage();
        stage.gone("web");
        silence(stage, new Scope.All(), Duration.ofSeconds(60));
        stage.cycle();
        stage.running("web", 7);

        assertEquals(List.of("event web Exists, alert"), events(stage.later(Duration.ofSeconds(60)).tick()));
    }

    @Test
    void whatFailsAgainAfterItWasToldIsToldNoSecondTime() {
        var stage = stage();
        stage.gone("web");
        silence(stage, new Scope.All(), Duration.ofSeconds(60));
        stage.cycle();
        stage.running("web", 7);
        stage.cycle();
        stage.gone("web");

        assertEquals(List.of(), events(stage.later(Duration.ofSeconds(60)).tick()));
    }

    @Test
    void whatIsNotMonitoredAnyMoreIsNotToldAtTheEnd() {
        var stage = silenced();
        stage.gone("web");
        stage.asked(Request.Wish.UNMONITOR, "web");

        assertEquals(List.of(), events(stage.later(Duration.ofSeconds(60)).tick()));
    }

    @Test
    void ofARuleThatMovesInTheControlFileNobodyHearsEither() {
        var stage = silenced();
        stage.gone("web");
        stage.reloaded("set limits { programoutput: 1 kB }\n\n" + RULES);
        stage.running("web", 7);

        assertEquals(List.of(), events(stage.later(Duration.ofSeconds(60)).tick()));
    }

    @Test
    void reminderStopsMeanwhile() {
        var stage = new Stage("set alert a@b.example reminder 1\n" + RULES, Remembered.NOTHING, false);
        stage.tick();
        stage.gone("web");
        silence(stage, new Scope.All(), Duration.ofSeconds(15));
        stage.cycle();
        assertEquals(List.of(), events(stage.gone("web")));

        stage.cycle();
        assertEquals(List.of("still web Does not exist, 3"), events(stage.gone("web")));
    }

    @Test
    void isOverInTheSecondItEndsWhateverTheCycle() {
        var stage = stage();
        silence(stage, new Scope.All(), Duration.ofSeconds(3));

        assertEquals(Duration.ofSeconds(3), stage.nextDue());
        assertEquals(List.of("info silence 1 for all is over"), stage.later(Duration.ofSeconds(3)).tick());
        assertEquals(List.of(), stage.silences());
    }

    @Test
    void endsWhenItIsLifted() {
        var stage = silenced();
        stage.gone("web");

        assertEquals(List.of("info silence 1 for service web is lifted by bob", "reply",
                "info 'web' is told of again -- process is not running", "event web Does not exist, alert"),
                stage.calmed(new Calming.Lift(1, new Remark("bob", ""))).stream().map(l -> l.replaceAll("-- .*", "-- process is not running")).toList());
    }

    @Test
    void onlyWhatIsThereIsLifted() {
        assertEquals(List.of("refuse There is no silence 7"), stage().calmed(new Calming.Lift(7, Remark.NONE)));
    }

    @Test
    void endsInTheFutureAndWithinAYear() {
        String refusal = "refuse a silence ends in the future, and within a year";

        assertEquals(List.of(refusal), silence(stage(), new Scope.All(), Duration.ZERO));
        assertEquals(List.of(refusal), silence(stage(), new Scope.All(), Duration.ofDays(400)));
    }

    @Test
    void thereAreOnlySoMany() {
        var stage = stage();
        IntStream.range(0, 1000).forEach(_ -> silence(stage, new Scope.All(), Duration.ofHours(1)));

        assertEquals(List.of("refuse there are too many silences already"), silence(stage, new Scope.All(), Duration.ofHours(1)));
    }

    @Test
    void outlivesARestartWithWhatIsToBeTold() {
        var before = silenced();
        before.gone("web");

        var stage = stage(before.remembered());

        assertEquals("silenced by ann: deploy", stage.view("web").calm().quiet().getFirst().text());
        stage.gone("web");
        assertEquals(List.of("event web Does not exist, alert"), events(stage.later(Duration.ofSeconds(60)).tick()));
    }

    @Test
    void ofTwoTheOneThatEndsLastCounts() {
        var stage = stage();
        silence(stage, new Scope.All(), Duration.ofSeconds(10));
        stage.calmed(new Calming.Silence(new Scope.Named(List.of("web")), stage.wall().plusSeconds(60), new Remark("bob", "")));

        assertEquals("silenced by bob", stage.view("web").calm().quiet().getFirst().text());
        assertTrue(stage.view("db").calm().quiet().getFirst().until().isBefore(stage.wall().plusSeconds(11)));
    }

    @Test
    void actionsGoOnAsEver() {
        var stage = new Stage("check process web with pidfile /run/web\n  start \"/bin/web\"\n  if does not exist then start\n",
                Remembered.NOTHING, false);
        stage.tick();
        silence(stage, new Scope.All(), Duration.ofSeconds(60));

        assertTrue(stage.gone("web").contains("start web"));
    }
}
