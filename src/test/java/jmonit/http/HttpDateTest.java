package jmonit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class HttpDateTest {

    @Test
    void hasTwoDigitsForEachDay() {
        assertEquals("Sun, 01 Nov 2026 05:03:09 GMT", HttpDate.of(Instant.parse("2026-11-01T05:03:09.7Z")));
        assertEquals("Mon, 30 Nov 2026 00:00:00 GMT", HttpDate.of(Instant.parse("2026-11-30T00:00:00Z")));
    }
}
