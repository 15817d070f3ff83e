package jmonit.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {

    @Test
    void whatWasNeverWrittenIsAGap() {
        assertFalse(Cell.holds(Cell.GAP));
        assertTrue(Cell.holds(Cell.of(0, 0, 0)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, 0.5, 100, 1234, 8191, -12.5, 1024 * 1024, 4294967296.0, 1e300, -1e300, 1e-30})
    void keepsThreeDigitsOfWhatIsNotTooLarge(double value) {
        double expected = Math.clamp(value, -3.4e38, 3.4e38);

        long cell = Cell.of(value, value, value);

        assertTrue(Cell.holds(cell));
        assertEquals(expected, Cell.average(cell), Math.abs(expected) / 1000);
        assertEquals(Cell.average(cell), Cell.low(cell));
        assertEquals(Cell.average(cell), Cell.high(cell));
    }

    @Test
    void keepsTheThreeApart() {
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            double low = random.nextGaussian() * Math.pow(10, random.nextInt(-10, 15));
            double high = low + random.nextDouble() * Math.abs(low);
            double average = (low + high) / 2;

            long cell = Cell.of(average, low, high);

            assertEquals(average, Cell.average(cell), Math.abs(average) / 4000);
            assertEquals(low, Cell.low(cell), Math.abs(low) / 4000);
            assertEquals(high, Cell.high(cell), Math.abs(high) / 4000);
            assertTrue(Cell.low(cell) <= Cell.average(cell) && Cell.average(cell) <= Cell.high(cell));
        }
    }

    @ParameterizedTest
    @CsvSource({"1.2001953125, 1.2", "0, 0", "-0.0333251953125, -0.03333", "12346, 12350", "1073741824, 1074000000", "99.99, 99.99",
            "0.00001234567, 0.00001235", "100, 100"})
    void showsNoMoreDigitsThanAreKnown(double value, double shown) {
        assertEquals(shown, Digits.few(value));
    }

    @Test
    void aGapStaysAGapWhenShown() {
        assertTrue(Double.isNaN(Digits.few(Double.NaN)));
    }
}
