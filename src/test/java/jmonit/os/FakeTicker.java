package jmonit.os;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only when a test says so, or when somebody lets it pass. */
public final class FakeTicker implements Ticker {

    private final AtomicLong nanos = new AtomicLong();

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(nanos.get());
    }

    @Override
    public void pause(Duration time) {
        pass(time);
    }

    public void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
