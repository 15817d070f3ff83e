package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuotesTest {
    @Test
    void blanksAndQuotesAtTheEndsAreStripped() {
        assertEquals("a \" b", Quotes.read(" \t'\"a \" b\"' "));
        assertEquals("", Quotes.read(" ' "));
    }

    @Test
    void theEscapesOfMonitAreReadAndNoOthers() {
        assertEquals("a\nb\r\tc d\\.", Quotes.read("a\\nb\\r\\tc\\ d\\\\."));
        assertEquals("\\d+\\.\\w", Quotes.read("\\d+\\.\\w"));
    }

    @Test
    void aDoubledBackslashEscapesNothingElse() {
        assertEquals("\\n", Quotes.read("\\\\n"));
        assertEquals("\\\\b", Quotes.read("\\\\\\b"));
    }

    @Test
    void bytesAreReadWhereTheyAreCharactersOfAscii() {
        assertEquals("A\"", Quotes.read("\\0x41\\0x22"));
        assertEquals("\\0x00\\0xff\\0x4", Quotes.read("\\0x00\\0xff\\0x4"));
    }

    @Test
    void strippingComesBeforeTheEscapes() {
        assertEquals("x\\", Quotes.read("x\\ "));
        assertEquals(" x ", Quotes.read("\\ x\\0x20"));
    }
}
