package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import jmonit.os.Signals;

class LiveSignalsTest {

    private final Signals signals = new LiveSignals();

    @Test
    void reachesTheProcess() throws Exception {
        try (var children = new Children()) {
            var child = children.start("sleep", "60");

            signals.send(Children.pid(child), Signals.TERMINATE);

            assertTrue(child.waitFor(5, TimeUnit.SECONDS));
            assertEquals(128 + Signals.TERMINATE, child.exitValue());
        }
    }

    @Test
    void saysWhyItReachesNobody() {
        var refused = assertThrows(IOException.class, () -> signals.send(4_194_305, Signals.TERMINATE));

        assertEquals("cannot send signal 15 to process 4194305: no such process", refused.getMessage());
    }

    @Test
    void neverSignalsAGroupByMistake() {
        assertThrows(IllegalArgumentException.class, () -> signals.send(-1, Signals.KILL));
        assertThrows(IllegalArgumentException.class, () -> signals.send(0, Signals.KILL));
    }
}
