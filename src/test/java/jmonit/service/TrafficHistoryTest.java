package jmonit.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class TrafficHistoryTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private TrafficHistory history = new TrafficHistory();
    private long value;

    @Test
    void sumsUpHoursByTheClock() {
        lookEachMinute(Duration.ofHours(3).plusMinutes(10));

        assertEquals(10, within(Duration.ofHours(1), true));
        assertEquals(70, within(Duration.ofHours(2), true));
    }

    @Test
    void sumsUpADayAtMost() {
        lookEachMinute(Duration.ofHours(50));

        assertEquals(23 * 60, within(Duration.ofHours(24), true));
        assertEquals(59, within(Duration.ofMinutes(60), false));
    }

    @Test
    void staysSmall() {
        lookEachMinute(Duration.ofHours(50));

        assertTrue(history.toString().length() < 2000, history.toString());
    }

    @Test
    void losesNothingWhereCyclesAreLongerThanMinutes() {
        history.note(NOON, 0);
        history.note(NOON.plusSeconds(300), 100);

        assertEquals(100, history.within(Duration.ofMinutes(2), false, NOON.plusSeconds(300), 0, 100));
    }

    @Test
    void doesNotCountALongSilence() {
        history.note(NOON, 0);
        history.note(NOON.plusSeconds(3600), 100);

        assertEquals(0, history.within(Duration.ofMinutes(2), false, NOON.plusSeconds(3600), 0, 100));
    }

    private void lookEachMinute(Duration length) {
        for (var minute = 0; minute <= length.toMinutes(); minute++) {
            value = minute;
            history.note(NOON.plusSeconds(60L * minute), value);
            history = TrafficHistory.of(history.toString());
        }
    }

    private double within(Duration range, boolean hourly) {
        return history.within(range, hourly, NOON.plusSeconds(60 * value), 0, value);
    }
}
