package jmonit.os.live;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jmonit.os.Ticker;

/** The monotonic clock of the machine. */
public final class LiveTicker implements Ticker {

    private final long start = System.nanoTime();

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        var never = new CountDownLatch(1);
        if (never.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new AssertionError("nobody counts this down");
        }
    }
}
