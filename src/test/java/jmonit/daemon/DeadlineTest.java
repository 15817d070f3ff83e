package jmonit.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import jmonit.engine.Urgency;

class DeadlineTest {

    private static final Duration NOW = Duration.ofSeconds(100);

    @Test
    void isFarAwayAsLongAsNothingChanges() {
        assertTrue(Deadline.NONE.due().compareTo(Duration.ofDays(1000)) > 0);
    }

    @Test
    void isAtOnceForWhatIsUrgent() {
        assertEquals(NOW, Deadline.NONE.by(Urgency.NOW, NOW).due());
    }

    @Test
    void isAMomentAwayForWhatIsSeenFirst() {
        assertEquals(NOW.plusMillis(300), Deadline.NONE.by(Urgency.SOON, NOW).by(Urgency.FIRST, NOW).by(Urgency.FIRST, NOW.plusMillis(200)).due());
    }

    @Test
    void isSecondsAwayForCounters() {
        assertEquals(Duration.ofSeconds(105), Deadline.NONE.by(Urgency.SOON, NOW).due());
    }

    @Test
    void isAMinuteAwayForWhatMovesInEachCycle() {
        assertEquals(Duration.ofSeconds(160), Deadline.NONE.by(Urgency.LATER, NOW).due());
        assertEquals(Duration.ofSeconds(105), Deadline.NONE.by(Urgency.LATER, NOW).by(Urgency.SOON, NOW).due());
    }

    @Test
    void isNotPutOffByFurtherCounters() {
        var deadline = Deadline.NONE.by(Urgency.SOON, NOW).by(Urgency.SOON, NOW.plusSeconds(3));

        assertEquals(Duration.ofSeconds(105), deadline.due());
    }

    @Test
    void comesSoonerForWhatIsUrgent() {
        assertEquals(NOW, Deadline.NONE.by(Urgency.SOON, NOW).by(Urgency.NOW, NOW).due());
    }

    @Test
    void leavesTheDiskInPeaceForAnInstant() {
        var deadline = Deadline.NONE.by(Urgency.NOW, NOW).met(NOW);

        assertEquals(NOW.plusMillis(50), deadline.by(Urgency.NOW, NOW.plusMillis(1)).due());
        assertEquals(NOW.plusMillis(60), deadline.by(Urgency.NOW, NOW.plusMillis(60)).due());
    }
}
