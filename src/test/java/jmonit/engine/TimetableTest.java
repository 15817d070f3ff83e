package jmonit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import jmonit.model.Schedule;

class TimetableTest {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 1, 2, 12, 0);

    private final Timetable timetable = new Timetable(seconds(10));

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static Now at(long seconds) {
        return new Now(Instant.EPOCH.plusSeconds(seconds), seconds(seconds), NOON.plusSeconds(seconds));
    }

    @Test
    void isDueOneIntervalAfterItWasDueHoweverLateItIs() {
        assertEquals(seconds(30), timetable.after(seconds(20), Schedule.EVERY_CYCLE, at(20)));
        assertEquals(seconds(30), timetable.after(seconds(20), Schedule.EVERY_CYCLE, at(24)));
    }

    @Test
    void doesNotMakeUpForCyclesThatWentBy() {
        assertEquals(seconds(60), timetable.after(seconds(20), Schedule.EVERY_CYCLE, at(55)));
        assertEquals(seconds(60), timetable.after(seconds(20), Schedule.EVERY_CYCLE, at(50)));
    }

    @Test
    void keepsToTheIntervalOfAService() {
        var often = new Schedule.Interval(Duration.ofMillis(500));

        assertEquals(Duration.ofMillis(20_500), timetable.after(seconds(20), often, at(20)));
        assertEquals(Duration.ofMillis(500), timetable.interval(often));
        assertEquals(seconds(10), timetable.interval(new Schedule.EveryNth(3)));
    }

    @Test
    void looksInTheFirstCycleAndThenInEachNth() {
        var looked = LongStream.rangeClosed(1, 8).filter(c -> Timetable.looks(new Schedule.EveryNth(3), c, NOON)).boxed().toList();

        assertEquals(List.of(1L, 4L, 7L), looked);
    }

    @Test
    void isDueWhenAMinuteOfItsScheduleBegins() {
        var each = new Schedule.Cron("* * * * *", false);

        assertEquals(seconds(60), timetable.after(seconds(20), each, at(24)));
    }
}
