package jmonit.diagnostic;

import static jmonit.diagnostic.Sample.source;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SourceTest {
    @Test
    void aLineEndBelongsToItsLine() {
        var source = source("a\nb\r\n\nc");

        assertEquals("1 1 2 2 2 3 4 4", lines(source));
    }

    @Test
    void lineTextsHaveNoLineEnds() {
        var source = source("a\nb\r\n\r\n\nc\n");

        assertEquals("a", source.lineText(1));
        assertEquals("b", source.lineText(2));
        assertEquals("", source.lineText(3));
        assertEquals("", source.lineText(4));
        assertEquals("c", source.lineText(5));
        assertEquals("", source.lineText(6));
    }

    @Test
    void aLoneReturnEndsNoLine() {
        var source = source("a\rb\r");

        assertEquals("1 1 1 1 1", lines(source));
        assertEquals("a\rb\r", source.lineText(1));
    }

    @Test
    void columnsCountCharactersNotHalvesOfThem() {
        var source = source("x\n😀\tb");

        assertEquals(1, source.column(2));
        assertEquals(2, source.column(4));
        assertEquals(3, source.column(5));
        assertEquals(4, source.column(6));
    }

    @Test
    void anEmptyTextHasOneLine() {
        var source = source("");

        assertEquals(1, source.line(0));
        assertEquals(1, source.column(0));
        assertEquals("", source.lineText(1));
    }

    @Test
    void longFilesAreNoTrouble() {
        var source = source("0123456789\n".repeat(100_000));

        for (int line = 1; line <= 100_000; line++) {
            assertEquals(line, source.line(line * 11 - 6));
        }
    }

    @Test
    void offsetsBeyondTheTextAreRefused() {
        var source = source("abc");

        assertThrows(IndexOutOfBoundsException.class, () -> source.line(4));
        assertThrows(IllegalArgumentException.class, () -> Span.at(source, 2, 4));
        assertThrows(IllegalArgumentException.class, () -> Span.at(source, 2, 1));
    }

    @Test
    void aSpanReachesToAnotherInWhateverOrder() {
        var source = source("abcdef");
        var early = Span.at(source, 1, 2);
        var late = Span.at(source, 4, 6);

        assertEquals(Span.at(source, 1, 6), early.to(late));
        assertEquals(Span.at(source, 1, 6), late.to(early));
        assertThrows(IllegalArgumentException.class, () -> early.to(Span.at(source("abcdef"), 4, 6)));
    }

    private static String lines(Source source) {
        var lines = new StringBuilder();
        for (int offset = 0; offset <= source.text().length(); offset++) {
            lines.append(source.line(offset)).append(' ');
        }
        return lines.toString().strip();
    }
}
