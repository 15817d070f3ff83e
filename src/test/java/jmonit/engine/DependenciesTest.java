package jmonit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import jmonit.BuiltIn;
import jmonit.config.Reading;
import jmonit.os.FakeFiles;

class DependenciesTest {

    /** Written with what depends on others first, to make the order earn its name. */
    private static final String DIAMOND = """
            check file top with path /t depends on left, right
            check file left with path /l depends on base
            check file right with path /r depends on BASE
            check file base with path /b
            """;

    private static Dependencies of(String text) {
        return new Dependencies(Reading.of("/m", BuiltIn.CATALOG, new FakeFiles().file("/m", text), "plum").controlFile().services());
    }

    @Test
    void namesWhatIsNeededFarthestFirstAndEachOnce() {
        assertEquals(List.of("base", "left", "right"), of(DIAMOND).above("top"));
    }

    @Test
    void namesWhatNeedsItFarthestFirstAndEachOnce() {
        assertEquals(List.of("top", "left", "right"), of(DIAMOND).below("base"));
    }

    @Test
    void knowsNamesWhateverTheirCase() {
        assertEquals(List.of("base"), of(DIAMOND).needs("right"));
    }

    @Test
    void hasNothingAboveAndBelowWhatStandsAlone() {
        var alone = of("check file base with path /b\n");

        assertEquals(List.of(), alone.above("base"));
        assertEquals(List.of(), alone.below("base"));
    }
}
