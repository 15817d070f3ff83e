package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;

import jmonit.model.Comparison;
import jmonit.model.Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource({"5, 5", "050, 50", "0, 0", "2147483648, 2147483648", "99999999999999999999, 9223372036854775807"})
    void readsWholeNumbers(String text, long number) {
        assertEquals(number, new Words(text).values().whole("a number"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5.5  | a number must be whole
            five | "five" is not a number
            "5"  | "5" is not a number
            """)
    void refusesOtherNumbers(String text, String complaint) {
        var words = new Words(text.strip());

        assertEquals(0, words.values().whole("a number"));
        assertEquals(List.of(complaint), words.complaints());
    }

    @Test
    void numbersThatMustBeSmallStopAtTheLargest() {
        assertEquals(Integer.MAX_VALUE, new Words("99999999999").values().small("a port number"));
    }

    @ParameterizedTest
    @CsvSource({"5 seconds, 5000", "1 second, 1000", "2 s, 2000", "5 ms, 5", "7 milliseconds, 7", "2 minutes, 120000", "1 m, 60000",
            "1 hour, 3600000", "1 h, 3600000", "2 days, 172800000", "1 month, 2678400000", "2.5 seconds, 2500", "15s, 15000"})
    void readsTimes(String text, long milliseconds) {
        assertEquals(Duration.ofMillis(milliseconds), new Words(text).values().time("the timeout"));
    }

    @Test
    void aTimeNeedsItsUnit() {
        var words = new Words("5 apples");

        words.values().time("the timeout");

        assertEquals(List.of("unknown unit of time \"apples\""), words.complaints());
    }

    @ParameterizedTest
    @CsvSource({">, GREATER", "gt, GREATER", "greater, GREATER", "more, GREATER", "older, GREATER", ">=, GREATER_OR_EQUAL",
            "ge, GREATER_OR_EQUAL", "<, LESS", "lt, LESS", "LESS, LESS", "newer, LESS", "<=, LESS_OR_EQUAL", "le, LESS_OR_EQUAL",
            "=, EQUAL", "==, EQUAL", "eq, EQUAL", "equal, EQUAL", "!=, NOT_EQUAL", "ne, NOT_EQUAL", "notequal, NOT_EQUAL"})
    void readsComparisons(String text, Comparison comparison) {
        var words = new Words(text + " 5");

        assertEquals(comparison, words.values().comparison());
        assertEquals("5", words.cursor().peek().getText());
    }

    @Test
    void withoutAComparisonEqualityIsMeant() {
        var words = new Words("5");

        assertEquals(Comparison.EQUAL, words.values().comparison());
        assertTrue(words.cursor().more());
    }

    @Test
    void usersAreNamesOrNumbers() {
        assertEquals(new Principal.Named("joe"), new Words("joe").values().principal("a user"));
        assertEquals(new Principal.Named("disk"), new Words("disk").values().principal("a user"));
        assertEquals(new Principal.Numbered(33), new Words("33").values().principal("a user"));
    }
}
