package jmonit.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;

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

    @ParameterizedTest
    @CsvSource({"PT2M, PT30S, 4", "PT2M, PT50S, 3", "PT2M, PT5M, 1", "PT1S, PT0.3S, 4", "PT10M, PT5S, 64"})
    void timeIsCountedInStartedCycles(Duration span, Duration cycle, int cycles) {
        assertEquals(new Window(cycles, cycles), Window.throughout(span).counted(cycle));
    }

    @ParameterizedTest
    @CsvSource({"3, PT5M, PT30S, 10", "3, PT5M, PT2M, 3", "3, PT5M, PT10M, 3", "3, PT10M, PT5S, 64"})
    void timesFitIntoTheirSpan(int times, Duration span, Duration cycle, int cycles) {
        assertEquals(new Window(times, cycles), Window.within(times, span).counted(cycle));
    }

    @Test
    void cyclesStayCycles() {
        assertEquals(new Window(2, 4), new Window(2, 4).counted(Duration.ofHours(1)));
        assertEquals(4, new Window(2, 4).cyclesOf(Duration.ofHours(1)));
    }

    @Test
    void refusesTimeThatIsNone() {
        assertThrows(IllegalArgumentException.class, () -> Window.throughout(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> Window.within(65, Duration.ofHours(1)));
        assertThrows(IllegalArgumentException.class, () -> new Window(1, 5, Duration.ofHours(1)));
    }
}
