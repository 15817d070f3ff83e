package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jmonit.model.Hours;

class HoursReaderTest {

    private static final LocalDateTime SUNDAY = LocalDateTime.parse("2026-01-04T00:00");

    private static Hours hours(String text) {
        return HoursReader.read(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sun 02:00-04:00|2026-01-04T02:00|true",
        "sun 02:00-04:00|2026-01-04T03:59:59|true",
        "sun 02:00-04:00|2026-01-04T04:00|false",
        "sun 02:00-04:00|2026-01-05T03:00|false",
        "Sunday 2:00 - 4:00|2026-01-04T03:00|true",
        "mon-fri 22:00-06:00|2026-01-03T05:59|true",
        "mon-fri 22:00-06:00|2026-01-03T22:30|false",
        "mon-fri 22:00-06:00|2026-01-05T05:00|false",
        "sat-mon 10:00-11:00|2026-01-05T10:30|true",
        "sat,sun|2026-01-04T23:59:59|true",
        "sat, sun|2026-01-05T00:00|false",
        "23:30-00:30|2026-01-04T00:29|true",
        "daily 20:00-24:00|2026-01-04T23:59|true",
        "every day 20:00-24:00|2026-01-05T00:00|false"})
    void coversWhatItSays(String text, LocalDateTime moment, boolean covered) {
        assertEquals(covered, hours(text).covers(moment));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "sun 4:00", "sun 25:00-26:00", "sun 24:00-02:00", "sun 02:60-03:00", "su 01:00-02:00", "mon-tue-wed", "mon,",
        "02:00-02:00", "sun 02:00-04:00 mon"})
    void takesNothingElse(String text) {
        assertEquals(Optional.empty(), HoursReader.read(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"sun 02:00-04:00|PT2H", "sun|PT24H", "sat,sun|PT24H", "sat 01:00-02:00|PT145H"})
    void knowsWhenItChanges(String text, Duration left) {
        assertEquals(left, hours(text).untilChange(SUNDAY));
    }

    @Test
    void knowsWhenItEnds() {
        assertEquals(Duration.ofHours(1), hours("sun 02:00-04:00").untilChange(SUNDAY.plusHours(3)));
        assertEquals(Duration.ofHours(6), hours("sat 22:00-06:00").untilChange(SUNDAY));
    }
}
