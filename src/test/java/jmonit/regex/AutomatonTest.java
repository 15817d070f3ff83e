package jmonit.regex;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AutomatonTest {
    @Test
    void doesNoMoreWorkOnALongerTextOnceItsStatesAreKnown() throws Mistake {
        var automaton = automaton("^(a|aa)*b");
        automaton.finds(text("a".repeat(100)), 0, 100);
        long before = automaton.visits();

        boolean found = automaton.finds(text("a".repeat(100_000)), 0, 100_000);

        assertFalse(found);
        assertEquals(before, automaton.visits());
    }

    @Test
    void takesLinearTimeWhereStatesExplode() throws Mistake {
        var automaton = automaton("(a|b)*a(a|b){40}c");
        var text = randomText(20_000);

        automaton.finds(text, 0, text.length);

        // Fewer visits per byte than the program has steps.
        assertTrue(automaton.visits() < 200L * text.length, () -> automaton.visits() + " visits");
    }

    @Test
    void forgetsStatesRatherThanFillTheMemory() throws Mistake {
        var automaton = automaton("a(a|b){14}c");
        var text = randomText(50_000);
        text[text.length - 20] = 'a';
        text[text.length - 5] = 'c';

        boolean found = automaton.finds(text, 0, text.length);

        assertTrue(found);
        assertTrue(automaton.states() <= 2_001, () -> automaton.states() + " states");
    }

    @Test
    void stopsAtTheFirstWrongByteOfAnAnchoredPattern() throws Mistake {
        var automaton = automaton("^abc");

        automaton.finds(text("xyxyxyxyxyxyxyxy"), 0, 16);

        assertEquals(1, automaton.states());
    }

    private static Automaton automaton(String pattern) throws Mistake {
        var parser = new Parser(new PatternText(pattern, false), false);
        return new Automaton(Compiler.compile(parser.pattern()));
    }

    private static byte[] text(String text) {
        return text.getBytes(US_ASCII);
    }

    private static byte[] randomText(int length) {
        var random = new Random(1);
        var text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = (byte) (random.nextBoolean() ? 'a' : 'b');
        }
        return text;
    }
}
