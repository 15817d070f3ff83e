package jmonit.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import com.sun.management.ThreadMXBean;

import jmonit.os.FakeWire;

class PageTest {

    private static final int MEBIBYTE = 1 << 20;

    @Test
    void keepsWhatComesInItsOrder() {
        var page = new Page(10_000);
        var expected = new byte[7000];
        for (var i = 0; i < expected.length; i++) {
            expected[i] = (byte) i;
            page.add(expected, i, 1);
        }

        assertArrayEquals(expected, page.all());
        assertEquals(3000, page.room());
    }

    @Test
    void takesALengthBelowNothingForNothing() {
        assertEquals(0, new Page(-1).all().length);
    }

    @Test
    void aServerThatSendsForEverLeavesLittleGarbage() throws IOException {
        var pieces = new String[2 * MEBIBYTE / 4096];
        Arrays.fill(pieces, "x".repeat(4096));
        pieces[0] = "HTTP/1.1 200 OK\r\n\r\n";
        long without = allocated(new Talk(FakeWire.saying(pieces)));

        var talk = new Talk(FakeWire.saying(pieces));
        var answer = HttpAnswer.to(talk, "", "").withHeaders();
        long before = allocated();
        try (var pass = new Lane().pass(MEBIBYTE, Duration.ZERO)) {
            assertEquals(MEBIBYTE, answer.page(MEBIBYTE, pass).length);
        }

        long garbage = allocated() - before - without;
        assertTrue(garbage < 2 * MEBIBYTE, () -> garbage + " bytes for a page of " + MEBIBYTE);
    }

    /** What the wire of the test itself needs for as much. */
    private static long allocated(Talk talk) throws IOException {
        long before = allocated();
        talk.skip(MEBIBYTE);
        return allocated() - before;
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
