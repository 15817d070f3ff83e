package jmonit.protocol;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import jmonit.os.FakeWire;

class LaneTest {

    private static final Duration NO_PATIENCE = Duration.ZERO;

    private final Lane lane = new Lane();

    private Lane.Pass pass(int mebibytes) {
        return lane.pass(mebibytes << 20, NO_PATIENCE);
    }

    @Test
    void letsLargePagesThroughAFewAtATime() throws IOException {
        try (var large = pass(15); var small = pass(1); var late = pass(1)) {
            large.enter();
            small.enter();
            small.enter();

            assertEquals("HTTP error: too many large pages are read at once", assertThrows(IOException.class, late::enter).getMessage());
            small.close();
            assertDoesNotThrow(late::enter);
        }
        try (var all = pass(500)) {
            assertDoesNotThrow(all::enter);
        }
    }

    @Test
    void smallPagesGoPastIt() throws IOException {
        try (var jam = pass(16); var pass = pass(1)) {
            jam.enter();

            assertEquals(Lane.SMALL, page("Content-Length: " + Lane.SMALL + "\r\n\r\n" + "x".repeat(Lane.SMALL), pass).length);
            assertEquals(5, page("\r\nhello", pass).length);
            assertEquals(10, page("Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n5\r\nhello\r\n0\r\n\r\n", pass).length);
        }
    }

    @Test
    void largePagesAreWholeHoweverTheyCome() throws IOException {
        var size = Lane.SMALL + 100;
        for (var page : new String[] {"Content-Length: " + size + "\r\n\r\n" + "x".repeat(size), "\r\n" + "x".repeat(size),
                "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(size) + "\r\n" + "x".repeat(size) + "\r\n0\r\n\r\n"}) {
            try (var jam = pass(16); var waiting = pass(1); var pass = lane.pass(1, NO_PATIENCE)) {
                assertEquals(size, page(page, pass).length);
                pass.close();
                jam.enter();
                assertThrows(IOException.class, () -> page(page, waiting));
            }
        }
    }

    private static byte[] page(String rest, Lane.Pass pass) throws IOException {
        // A wire hands out a piece at a time, and what does not fit into the buffer of the talk is lost.
        var text = "HTTP/1.1 200 OK\r\n" + rest;
        var pieces = text.split("(?<=\\G[\\x00-\\uffff]{4096})");
        return HttpAnswer.to(new Talk(FakeWire.saying(pieces)), "", "").withHeaders().page(1 << 20, pass);
    }
}
