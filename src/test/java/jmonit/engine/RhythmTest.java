package jmonit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

class RhythmTest {

    private final Stage stage = new Stage("""
            check process web with pidfile "/web.pid"
            check system plum
            """);

    /** A pass in which one look takes that long. */
    private void pass(long millis) {
        stage.tick();
        looked(millis);
    }

    private void looked(long millis) {
        stage.running("plum", 0);
        stage.later(millis(millis)).running("web", 1);
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    @Test
    void countsTheCyclesFromTheEndOfTheFirstPass() {
        pass(40);

        assertEquals(millis(10_040), stage.nextDue());
        assertEquals(List.of("look web", "look plum"), stage.later(millis(10_000)).tick());
    }

    @Test
    void beginsWhenTheFirstPassBegins() {
        stage.later(millis(60));
        pass(0);

        assertEquals(millis(10_060), stage.nextDue());
    }

    @Test
    void movesNothingForALaterPass() {
        pass(0);
        stage.later(millis(10_000));
        pass(40);

        assertEquals(millis(20_000), stage.nextDue());
    }

    @Test
    void doesNotWaitForALookThatIsSlowByItself() {
        pass(300);

        assertEquals(millis(10_000), stage.nextDue());
    }

    @Test
    void beginsAnewWithANewControlFile() {
        pass(0);
        stage.later(millis(3_000)).reloaded();
        looked(20);

        assertEquals(millis(13_020), stage.nextDue());
    }
}
