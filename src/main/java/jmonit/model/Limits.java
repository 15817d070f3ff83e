package jmonit.model;

import java.time.Duration;
import java.util.Map;

/** How much jmonit reads and how long it waits. Sizes in bytes. */
public record Limits(Map<String, Long> sizes, Map<String, Duration> times) {

    public Limits {
        sizes = Map.copyOf(sizes);
        times = Map.copyOf(times);
    }

    public long size(String name) {
        return sizes.get(name);
    }

    public Duration time(String name) {
        return times.get(name);
    }
}
