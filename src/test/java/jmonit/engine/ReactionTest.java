package jmonit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows one after the other, where a single cell of the table does not tell. */
class ReactionTest {

    private static final String WEB = """
            check process web with pidfile /web
                start program = "/start"
                stop program = "/stop"
            """;

    private static Stage up(String text) {
        var stage = new Stage(text);
        stage.tick();
        stage.running("web", 7);
        stage.running("plum", 0);
        return stage;
    }

    private static Stage up() {
        return up(WEB);
    }

    private static List<String> of(List<String> lines) {
        return lines.stream().filter(l -> !l.equals("look plum")).toList();
    }

    @Test
    void startsAgainAtOnceWhatDiedAndSaysSo() {
        var stage = up();

        assertEquals(List.of("look web"), stage.exited(7));
        assertEquals(List.of("error 'web' is not there", "event web Does not exist, restart", "info 'web' trying to restart", "stop web"),
                stage.gone("web"));
        assertEquals(List.of("start web"), stage.done("web"));
        assertEquals(List.of("look web"), stage.done("web"));
        assertEquals(List.of("info 'web' is there", "event web Exists, alert", "watch 8"), stage.running("web", 8));
    }

    /** Its parent may be busy: what counts is when it is gone. */
    @Test
    void looksAgainAndAgainUntilAZombieIsGone() {
        var stage = up();
        stage.exited(7);
        for (int look = 0; look < 12; look++) {
            assertEquals(List.of(), stage.running("web", 7, "state", "zombie"));
            assertEquals(List.of("look web"), stage.later(Duration.ofMillis(5L << Math.min(look, 8))).tick());
        }

        assertEquals(List.of("error 'web' is not there", "event web Does not exist, restart", "info 'web' trying to restart", "stop web"),
                stage.gone("web"));
    }

    @Test
    void asksAgainOnlyWhenSomeTimeHasPassedSinceItWasSeenToBeGone() {
        var stage = up();
        stage.exited(7);

        stage.gone("web");
        assertTrue(stage.knownGone("web"));
        stage.later(Duration.ofMillis(1)).done("web");
        assertFalse(stage.knownGone("web"));
    }

    @Test
    void waitsForTheNextCycleWhenItDiesAgain() {
        var stage = up();
        stage.exited(7);
        stage.gone("web");
        stage.done("web");
        stage.done("web");
        stage.running("web", 8);

        assertEquals(List.of(), stage.exited(8));
        assertEquals(List.of("look web"), of(stage.cycle()));
        assertTrue(stage.gone("web").contains("info 'web' trying to restart"));
    }

    @Test
    void doesNotTryAgainWithinTheCycleWhatDidNotStart() {
        var stage = up();
        stage.exited(7);
        stage.gone("web");
        stage.done("web");
        stage.failed("web", "failed to start");

        assertEquals(List.of(), stage.gone("web"));
        assertTrue(stage.idle());
        assertEquals(List.of("look web"), of(stage.cycle()));
    }

    @Test
    void doesNotActAgainWithinTheCycleOnWhatARestartDidNotCure() {
        var stage = up(WEB + "    if cpu > 50% then restart\n");
        stage.cycle();
        stage.running("web", 7, "cpu", "bad");
        stage.done("web");
        stage.done("web");

        assertEquals(List.of("unwatch 7", "watch 8"), stage.running("web", 8, "cpu", "bad"));
        stage.running("plum", 0);
        assertTrue(stage.idle());
    }

    @Test
    void judgesAfterARestartWhatItInterrupted() {
        var stage = up(WEB + "    if cpu > 50% then restart\n    if threads > 9 then alert\n");
        stage.cycle();
        stage.running("web", 7, "cpu", "bad", "threads", "bad");
        stage.done("web");
        stage.done("web");

        assertEquals(List.of("error 'web' threads is bad", "event web Resource limit matched, alert", "unwatch 7", "watch 8"),
                stage.running("web", 8, "cpu", "bad", "threads", "bad"));
    }

    @Test
    void looksAgainAtWhatDiedWhileItWasLookedAt() {
        var stage = up();
        stage.cycle();

        assertEquals(List.of(), stage.exited(7));
        assertEquals(List.of("look web"), stage.running("web", 0));
    }

    @Test
    void doesWhatIsAskedMeanwhileAfterTheActionUnderWay() {
        var stage = up();
        stage.asked(Request.Wish.RESTART, "web");

        assertEquals(List.of("info 'web' stop on user request"), stage.asked(Request.Wish.STOP, "web"));
        assertEquals(List.of("start web"), stage.done("web"));
        assertEquals(List.of("info 'web' restart action done", "event web Action done, alert", "reply", "stop web"), stage.done("web"));
        assertEquals(List.of("unwatch 7", "info 'web' stop action done", "event web Action done, alert", "reply"), stage.done("web"));
        assertFalse(stage.monitored("web"));
    }

    @Test
    void leavesAloneWhatIsUnmonitoredWhileItIsStarted() {
        var stage = up();
        stage.asked(Request.Wish.START, "web");

        stage.asked(Request.Wish.UNMONITOR, "web");
        stage.done("web");

        assertFalse(stage.monitored("web"));
        assertEquals(List.of(), of(stage.cycle()));
    }

    @Test
    void monitorsWhatAnOperatorStartsOrRestarts() {
        for (Request.Wish wish : List.of(Request.Wish.START, Request.Wish.RESTART)) {
            var stage = up();
            stage.asked(Request.Wish.UNMONITOR, "web");

            stage.asked(wish, "web");
            stage.done("web");

            assertTrue(stage.monitored("web"));
        }
    }

    @Test
    void looksAtOnceAtWhatIsMonitoredAgainAndThenInStepWithTheOthers() {
        var stage = up();
        stage.asked(Request.Wish.UNMONITOR, "web");
        stage.later(Duration.ofSeconds(3));
        stage.asked(Request.Wish.MONITOR, "web");

        assertEquals(List.of("look web"), of(stage.tick()));
        stage.running("web", 7);
        assertEquals(Stage.CYCLE, stage.nextDue());
    }

    /** A look that was begun before a restart and comes back after it would have it restarted once more. */
    @Test
    void dropsALookThatSawWhatWasBeforeAnAction() {
        var stage = up("set reaction cycle\n" + WEB);
        stage.cycle();
        stage.asked(Request.Wish.RESTART, "web");
        stage.done("web");
        stage.done("web");

        assertEquals(List.of(), stage.gone("web"));
    }

    @Test
    void onlyTellsOfWhatIsPassive() {
        var stage = up(WEB + "    mode passive\n");

        stage.exited(7);

        assertEquals(List.of("error 'web' is not there", "event web Does not exist, alert"), stage.gone("web"));
        assertTrue(stage.idle());
    }

    @Test
    void watchesNoProcessWhereReactionComesWithTheCycles() {
        var stage = new Stage("set reaction cycle\n" + WEB);
        stage.tick();

        assertEquals(List.of(), stage.running("web", 7));
    }

    @Test
    void givesUpAfterTooManyRestarts() {
        var stage = up(WEB + "    if 2 restarts within 3 cycles then unmonitor\n");
        for (int i = 0; i < 2; i++) {
            stage.cycle();
            stage.gone("web");
            stage.done("web");
            stage.failed("web", "failed to start");
            stage.gone("web");
        }

        assertEquals(List.of("error 'web' service restarted 2 times within 2 cycles(s) - unmonitor", "event web Timeout, unmonitor"),
                of(stage.cycle()));
        assertFalse(stage.monitored("web"));
        assertEquals("/m:5", stage.remembered().events().getLast().origin().toString(), "the rule, below set daemon and three lines of the service");
    }

    @Test
    void doesNotStartTwiceWhatWasBegunBeforeAKill() {
        var before = up();
        before.exited(7);
        before.gone("web");
        before.done("web");

        var after = new Stage(WEB, before.remembered(), false);
        after.tick();

        assertEquals(List.of(), after.gone("web"));
        after.later(Duration.ofSeconds(31)).cycle();
        assertTrue(after.gone("web").contains("info 'web' trying to restart"));
    }

    @ParameterizedTest
    @CsvSource({"7, false", "8, true"})
    void waitsForNoStartWhoseProcessHasEndedAlready(int pid, boolean restarted) {
        var before = up();
        before.exited(7);
        before.ended("web", 7);
        before.done("web");

        var after = new Stage(WEB, before.remembered(), false);
        after.tick();

        assertEquals(restarted, after.ended("web", pid).contains("info 'web' trying to restart"));
    }

    @Test
    void waitsForAStartOfWhichItIsNotKnownWhatWasThereBefore() {
        var before = new Stage(WEB);
        before.asked(Request.Wish.START, "web");

        var after = new Stage(WEB, before.remembered(), false);
        after.tick();

        assertEquals(List.of(), after.ended("web", 8));
    }
}
