package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static String rest(Cursor cursor) {
        var words = new ArrayList<Word>();
        while (cursor.more()) {
            words.add(cursor.next());
        }
        return Words.typed(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            15s           | NUMBER:15 WORD:s
            100MB         | NUMBER:100 WORD:MB
            1.5GB         | NUMBER:1.5 WORD:GB
            500kB/s       | NUMBER:500 WORD:kB/s
            3cycles       | NUMBER:3 WORD:cycles
            5operations/s | NUMBER:5 WORD:operations/s
            """)
    void partsANumberFromItsUnit(String text, String words) {
        var cursor = new Words(text).cursor();

        cursor.unglue();

        assertEquals(words, rest(cursor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"15x", "MB", "s15", "1.2.3MB", "15s5", "10O"})
    void leavesOtherWordsWhole(String text) {
        var cursor = new Words(text).cursor();

        cursor.unglue();

        assertEquals("WORD:" + text, rest(cursor));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cpu>50    | WORD:cpu COMPARATOR:> NUMBER:50
            cpu >50   | WORD:cpu COMPARATOR:> NUMBER:50
            cpu> 50   | WORD:cpu COMPARATOR:> NUMBER:50
            cpu>=1.5  | WORD:cpu COMPARATOR:>= NUMBER:1.5
            mem<100MB | WORD:mem COMPARATOR:< NUMBER:100 WORD:MB
            a!=0 b==1 | WORD:a COMPARATOR:!= NUMBER:0 WORD:b COMPARATOR:== NUMBER:1
            a<>5      | WORD:a COMPARATOR:<> NUMBER:5
            """)
    void partsComparisons(String text, String words) {
        var cursor = new Words(text).cursor();

        cursor.unglueComparisons();

        assertEquals(words, rest(cursor));
    }

    @Test
    void thePartedWordsStandWhereTheyStood() {
        var cursor = new Words("  cpu>50").cursor();

        cursor.unglueComparisons();
        cursor.next();

        assertEquals(List.of(5, 6), List.of(cursor.peek().start(), cursor.peek().end()));
    }

    @Test
    void takesAllWordsOfAPhraseOrNone() {
        var cursor = new Words("total memory total cpu").cursor();

        assertFalse(cursor.takePhrase("total cpu"));
        assertTrue(cursor.takePhrase("total memory"));
        assertTrue(cursor.takePhrase("total cpu"));
        assertFalse(cursor.more());
    }

    @Test
    void quotedWordsAreNoWordsOfTheLanguage() {
        assertFalse(new Words("\"port\"").cursor().take("port"));
    }

    @Test
    void namesWhatWouldHaveBeenWelcome() {
        var words = new Words("prot");

        words.cursor().take("port");
        words.cursor().take("host");
        words.cursor().unknown("option", "connection");

        assertEquals(List.of("unknown option \"prot\""), words.complaints());
        assertEquals("port", words.cursor().suggest(words.cursor().peek()).orElseThrow());
    }

    @Test
    void complainsOnce() {
        var words = new Words("one two");

        words.cursor().expected("a number");
        words.cursor().expected("a path");

        assertEquals(List.of("\"one\" is not a number"), words.complaints());
        assertFalse(words.cursor().more());
    }

    @Test
    void saysWhatIsMissingAtTheEnd() {
        var words = new Words("port");

        words.cursor().take("port");
        words.cursor().expected("a number");

        assertEquals(List.of("something is missing after \"port\""), words.complaints());
    }

    @Test
    void listsEightWordsAtMost() {
        assertEquals("a, b, c, d, e, f, g, h, …", Wording.list(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i")));
        assertEquals("a, b or c", Wording.list(List.of("a", "b", "c")));
        assertEquals("a", Wording.list(List.of("a", "a")));
    }
}
