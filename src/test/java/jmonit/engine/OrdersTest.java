package jmonit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import jmonit.engine.Remembered.Order;
import jmonit.engine.Request.Wish;

/** What had to wait when jmonit was killed. */
class OrdersTest {

    private static final String WEB = "check process web with pidfile /run/web.pid\n"
            + "  start program = \"/bin/true\" with timeout 30 seconds\n  stop program = \"/bin/true\"\n";
    private static final String DB = WEB.replace("web", "db");
    private static final String BOTH = DB + WEB + "  depends on db\n";

    private static Stage after(Stage killed, String text) {
        return new Stage(text, killed.remembered(), false);
    }

    /** A start is under way, and the operator has asked for a stop. */
    private static Stage stopBehindStart() {
        var stage = new Stage(WEB);
        stage.tick();
        stage.running("web", 1);
        stage.asked(Wish.START, "web");
        stage.asked(Wish.STOP, "web");
        return stage;
    }

    @Test
    void whatWaitsBehindAnotherActionIsRemembered() {
        assertEquals(List.of(new Order(Deed.STOP, "web")), stopBehindStart().remembered().orders());
    }

    @Test
    void whatIsDoneIsForgotten() {
        var stage = stopBehindStart();
        stage.done("web");
        stage.done("web");

        assertEquals(List.of(), stage.remembered().orders());
    }

    @Test
    void stopsAfterAKillWhatIsUp() {
        Stage stage = after(stopBehindStart(), WEB);

        assertEquals("look web", stage.tick().getFirst());
        List<String> told = stage.running("web", 1);

        assertEquals(List.of("info 'web' stop was still to be done when jmonit ended", "stop web"),
                told.stream().filter(l -> !l.startsWith("watch")).toList());
        stage.done("web");
        assertFalse(stage.monitored("web"));
        assertEquals(List.of(), stage.remembered().orders());
    }

    @Test
    void waitsForTheStartThatIsStillUnderWay() {
        Stage stage = after(stopBehindStart(), WEB);
        stage.tick();

        assertEquals(List.of(), stage.gone("web"));
        stage.later(Duration.ofSeconds(31));

        assertEquals(List.of("info 'web' stop was still to be done when jmonit ended", "stop web"), stage.tick());
    }

    @Test
    void stopsWhatTheKillHasLeftOfAPlan() {
        var killed = new Stage(BOTH);
        killed.tick();
        killed.running("db", 1);
        killed.running("web", 2);
        assertEquals("stop web", killed.asked(Wish.STOP, "db").getLast());

        Stage stage = after(killed, BOTH);

        assertEquals(List.of("info 'db' stop was still to be done when jmonit ended", "stop db"), stage.tick().subList(0, 2));
    }

    @Test
    void startsWhatWasOnlyStoppedForARestart() {
        var killed = new Stage(WEB);
        killed.tick();
        killed.running("web", 1);
        assertEquals("stop web", killed.asked(Wish.RESTART, "web").getLast());

        Stage stage = after(killed, WEB);

        assertEquals(List.of("info 'web' start was still to be done when jmonit ended", "start web"), stage.tick().subList(0, 2));
    }

    @Test
    void theLastWordCounts() {
        Stage stage = after(stopBehindStart(), WEB);
        stage.tick();
        stage.asked(Wish.RESTART, "web");

        assertEquals(List.of(new Order(Deed.START, "web")), stage.remembered().orders());
    }

    @Test
    void aMachineThatWasStartedAnewBeginsAfresh() {
        assertEquals(List.of(), new Stage(WEB, stopBehindStart().remembered(), true).remembered().orders());
    }
}
