package jmonit.format;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jmonit.model.EventKind;

/**
 * What the daemon takes for itself, and what it has done since it began.
 *
 * @param events how many of each kind there were
 * @param resident bytes of memory, 0 where nobody tells
 */
public record OwnFigures(Map<EventKind, Long> events, Memory memory, List<Collector> collectors, int threads, Duration processor, long resident) {

    public OwnFigures {
        events = Map.copyOf(events);
        collectors = List.copyOf(collectors);
    }

    /** In bytes. */
    public record Memory(long heapUsed, long heapCommitted, long otherUsed, long otherCommitted) {
    }

    /** One that collects garbage: how often, and how long in all. */
    public record Collector(String name, long collections, Duration time) {
    }
}
