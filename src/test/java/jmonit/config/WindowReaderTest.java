package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jmonit.model.Window;

class WindowReaderTest {

    @ParameterizedTest
    @CsvSource({"3 cycles, 3, 3", "1 cycle, 1, 1", "3 times within 5 cycles, 3, 5", "3 times in 5 cycles, 3, 5", "3 times 5 cycles, 3, 5",
            "3 5 cycles, 3, 5", "for 3 cycles, 3, 3", "64 cycles, 64, 64", "3cycles, 3, 3", "2 time 3 cycles, 2, 3"})
    void readsCycles(String text, int times, int cycles) {
        assertEquals(new Window(times, cycles), read(new Words(text)));
    }

    @ParameterizedTest
    @CsvSource({"for 2 minutes, PT2M", "2 minutes, PT2M", "90s, PT1M30S", "for 1.5 hours, PT1H30M", "500 ms, PT0.5S", "1 day, P1D"})
    void readsTime(String text, Duration span) {
        assertEquals(Window.throughout(span), read(new Words(text)));
    }

    @ParameterizedTest
    @CsvSource({"for 3 times within 5 minutes, 3, PT5M", "3 times 5 minutes, 3, PT5M", "1 time within 1.5 hours, 1, PT1H30M", "9 2m, 9, PT2M"})
    void readsTimesWithinTime(String text, int times, Duration span) {
        assertEquals(Window.within(times, span), read(new Words(text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            65 cycles          | a rule can look back 1 to 64 cycles, not 65
            0 cycles           | a rule can look back 1 to 64 cycles, not 0
            5 times 3 cycles   | 5 times cannot happen within 3 cycles
            0 times 3 cycles   | 0 times cannot happen within 3 cycles
            2.5 cycles         | a number of cycles must be whole
            2.5 times 3 cycles | a number of cycles must be whole
            0 minutes          | a window cannot be this short
            0 times 5 minutes  | a rule can count 1 to 64 times, not 0
            65 times 5 minutes | a rule can count 1 to 64 times, not 65
            2.5 times 5 h      | a number of cycles must be whole
            3 times in minutes | something is missing before "minutes"
            3 miuntes          | unknown unit "miuntes"
            """)
    void refusesImpossibleWindows(String text, String complaint) {
        var words = new Words(text);

        assertEquals(Window.ONCE, read(words));
        assertEquals(List.of(complaint), words.complaints());
    }

    @Test
    void whereNoWindowIsWrittenOnceIsEnough() {
        assertEquals(Window.ONCE, read(new Words("then")));
    }

    private static Window read(Words words) {
        return new WindowReader(words.cursor()).read();
    }
}
