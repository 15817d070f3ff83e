package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1, 1 B", "1023, 1023 B", "1024, 1 kB", "1536, 1.5 kB", "1572864, 1.5 MB", "3407872, 3.2 MB", "3512729, 3.3 MB",
            "104847114, 100.0 MB", "1073741824, 1 GB", "5368709120000, 4.9 TB", "1125899906842624, 1 PB", "1152921504606846976, 1 EB",
            "1180591620717411303424, 1024 EB"})
    void printsSizesAsMonit(double bytes, String text) {
        assertEquals(text, Numbers.size(bytes));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 ms", "1, 1 ms", "999, 999 ms", "1000, 1 s", "1500, 1.500 s", "59999, 59.999 s", "60000, 1 m", "90000, 1.500 m",
            "3600000, 1 h", "86400000, 1 d", "129600000, 1.500 d", "864000000, 10 d"})
    void printsTimesAsMonit(double milliseconds, String text) {
        assertEquals(text, Numbers.time(milliseconds));
    }

    @ParameterizedTest
    @CsvSource({"50, 50.0", "0.1, 0.1", "33.35, 33.3", "66.65, 66.7", "99.95, 99.9", "0.25, 0.2", "4.25, 4.2", "0.75, 0.8"})
    void keepsSharesInSinglePrecision(double value, String text) {
        assertEquals(text, Numbers.single(value));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0", "1.5, 2", "2.5, 2", "2.51, 3"})
    void roundsTiesToEven(double value, String text) {
        assertEquals(text, Numbers.whole(value));
    }
}
