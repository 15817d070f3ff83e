package jmonit.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "2, 1", "1, 0", "1, 65", "65, 65", "-1, 5"})
    void refusesWhatCannotHappen(int times, int cycles) {
        assertThrows(IllegalArgumentException.class, () -> new Window(times, cycles));
    }

    @Test
    void reachesBackOneBitForEachCycle() {
        assertEquals(64, new Window(1, 64).cycles());
    }
}
