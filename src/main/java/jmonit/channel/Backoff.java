package jmonit.channel;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before the next attempt: each time twice as long, up to a bound, and never all at the same moment. */
record Backoff(Duration first, Duration longest, DoubleSupplier chance) {

    private static final int DOUBLINGS = 20;
    private static final double SPREAD = 0.4;

    Duration after(int failures) {
        long doubled = first.toMillis() << Math.clamp(failures - 1, 0, DOUBLINGS);
        double millis = Math.min(doubled, longest.toMillis()) * (1 - SPREAD / 2 + SPREAD * chance.getAsDouble());
        return Duration.ofMillis((long) millis);
    }
}
