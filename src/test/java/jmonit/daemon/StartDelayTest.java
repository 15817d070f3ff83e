package jmonit.daemon;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;

import org.junit.jupiter.api.Test;

import jmonit.os.live.LiveTicker;

class StartDelayTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Watchman watchman = new Watchman(InstantSource.system(), new LiveTicker());

    @Test
    void goesOnAfterTheDelay() throws InterruptedException {
        assertTrue(watchman.delayed(Duration.ofMillis(1)));
    }

    @Test
    void isCutShortByAWakeUp() {
        watchman.wake();

        assertTrue(assertTimeoutPreemptively(PATIENCE, () -> watchman.delayed(LONG)));
    }

    @Test
    void endsWithTheDaemon() {
        watchman.stop();

        assertFalse(assertTimeoutPreemptively(PATIENCE, () -> watchman.delayed(LONG)));
    }
}
