package jmonit.model;

import java.time.Duration;
import java.util.Map;

/** How much jmonit reads, how long it waits and how many things it does at once. Sizes in bytes. */
public record Limits(Map<String, Long> sizes, Map<String, Duration> times, Map<String, Long> counts) {

    public Limits {
        sizes = Map.copyOf(sizes);
        times = Map.copyOf(times);
        counts = Map.copyOf(counts);
    }

    public Limits(Map<String, Long> sizes, Map<String, Duration> times) {
        this(sizes, times, Map.of());
    }

    public long size(String name) {
        return sizes.get(name);
    }

    public Duration time(String name) {
        return times.get(name);
    }

    public long count(String name) {
        return counts.get(name);
    }
}
