package jmonit.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import jmonit.os.Ticker;

/** Time passes only when told to, or when somebody lets it pass. */
final class ManualTicker implements Ticker {

    private final AtomicReference<Duration> now = new AtomicReference<>(Duration.ofDays(1));

    @Override
    public Duration elapsed() {
        return now.get();
    }

    @Override
    public void pause(Duration time) {
        now.updateAndGet(n -> n.plus(time));
    }
}
