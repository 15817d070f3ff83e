package jmonit.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The last hour in a value a minute, by service and id; NaN where nothing was measured. */
public record Sparks(Instant from, Duration step, Map<String, Map<String, double[]>> services) {

    public static final int POINTS = 60;

    public static Sparks none(Instant at) {
        return new Sparks(at, STEP, Map.of());
    }

    static final Duration STEP = Duration.ofMinutes(1);
}
