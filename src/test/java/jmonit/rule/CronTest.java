package jmonit.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jmonit.model.Schedule;

/** What matches was asked of Monit 5.33.0 under a set clock, on the Sunday of 22 November 2026. */
class CronTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            * * * * *         | 3 4 5 6 7
            4,6 * * * *       | 4 6
            5-6 * * * *       | 5 6
            4,6-7 * * * *     | 4 6 7
            04,006 * * * *    | 4 6
            5, * * * *        | 5
            *,4 * * * *       | 3 4 5 6 7
            5,* * * * *       | 3 4 5 6 7
            *5 * * * *        | 3 4 5 6 7
            5* * * * *        | 3 4 5 6 7
            ** * * * *        | 3 4 5 6 7
            4-66 * * * *      | 4 5 6 7
            50-4 * * * *      |
            5- * * * *        |
            -5 * * * *        |
            4-5-6 * * * *     |
            4-* * * * *       |
            4--6 * * * *      |
            66 * * * *        |
            * 9-10 * * *      | 3 4 5 6 7
            * 11-23 * * *     |
            * , * * *         |
            * * * 11 *        | 3 4 5 6 7
            * * * 12 *        |
            * * * * 0         | 3 4 5 6 7
            * * * * 0-6       | 3 4 5 6 7
            * * * * 7         |
            * * * * 1,7       |
            * * * * 5-7       |
            * * * * 6-0       |
            * * * * 1-3       |
            * * 22 * 1        |
            * * 21 * 0        |
            4,4 10,10 22 11 0 | 4
            """)
    void matchesTheMinutesThatMonitDoes(String fields, String minutes) {
        var cron = cron(fields);
        var matching = new StringBuilder();
        for (int minute = 3; minute <= 7; minute++) {
            matching.append(cron.matches(LocalDateTime.of(2026, 11, 22, 10, minute, 40)) ? " " + minute : "");
        }

        assertEquals(minutes == null ? "" : minutes, matching.toString().strip());
    }

    @Test
    void notTurnsItRound() {
        var cron = Cron.of(new Schedule.Cron("4-5 * * * *", true));

        assertFalse(cron.matches(at("2026-11-22T10:04:59")));
        assertTrue(cron.matches(at("2026-11-22T10:06:00")));
        assertEquals(Optional.of(at("2026-11-22T10:06:00")), cron.next(at("2026-11-22T10:04:10")));
    }

    @ParameterizedTest
    @CsvSource({
            "* * * * *, 2026-11-22T10:03:40, 2026-11-22T10:04",
            "* * * * *, 2026-12-31T23:59, 2027-01-01T00:00",
            "3 10 * * *, 2026-11-22T10:03:00, 2026-11-23T10:03",
            "3 10 * * *, 2026-11-22T10:02:59, 2026-11-22T10:03",
            "0 9-17 * * 1-5, 2026-11-20T17:00, 2026-11-23T09:00",
            "30 4 29 2 *, 2026-11-22T10:03, 2028-02-29T04:30",
            "0 0 29 2 0, 2026-11-22T10:03, 2032-02-29T00:00",
            "0 0 29 2 0, 2088-03-01T00:00, 2128-02-29T00:00"})
    void findsTheNextMinute(String fields, String after, String next) {
        assertEquals(Optional.of(at(next)), cron(fields).next(at(after)));
    }

    @ParameterizedTest
    @CsvSource({"0 0 31 2 *, false", "60 * * * *, false", "* * * * *, true"})
    void someMinutesNeverCome(String fields, boolean negated) {
        assertEquals(Optional.empty(), Cron.of(new Schedule.Cron(fields, negated)).next(at("2026-11-22T10:03")));
    }

    @Test
    void wantsFiveFields() {
        assertThrows(IllegalArgumentException.class, () -> cron("* * * *"));
    }

    private static Cron cron(String fields) {
        return Cron.of(new Schedule.Cron(fields, false));
    }

    private static LocalDateTime at(String time) {
        return LocalDateTime.parse(time);
    }
}
