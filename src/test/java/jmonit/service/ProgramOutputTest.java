package jmonit.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProgramOutputTest {

    @Test
    void tellsTheErrorsFirst() {
        assertEquals("line two\nline one", ProgramOutput.of("line two\n", "line one\n", 512));
    }

    @Test
    void dropsBlanksAroundTheWhole() {
        assertEquals("lead\ttab \r\n\nsecond line", ProgramOutput.of("", "\n\n  lead\ttab \r\n\nsecond line\n  \n\n", 512));
        assertEquals("", ProgramOutput.of("", "\n  \n\t\n", 512));
    }

    @Test
    void endsWithThePieceThatReachesTheLimit() {
        assertEquals(765, ProgramOutput.of("", "x".repeat(3000), 512).length());
        assertEquals("e".repeat(600), ProgramOutput.of("e".repeat(600), "o".repeat(600), 512));
        assertEquals("e".repeat(500) + "o".repeat(255), ProgramOutput.of("e".repeat(500), "o".repeat(600), 512));
    }

    @Test
    void readsEachPieceToItsFirstZeroByte() {
        assertEquals("a", ProgramOutput.of("", "a\0b\n\n", 512));
        assertEquals("abc" + "x".repeat(53) + "TAIL", ProgramOutput.of("", "abc\0def\n" + "x".repeat(300) + "TAIL\n", 512));
    }
}
