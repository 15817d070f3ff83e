package jmonit.daemon;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import jmonit.model.EventKind;

/** How many events of each kind there were since the start. */
final class Tally {

    private final Map<EventKind, LongAdder> counts = new ConcurrentHashMap<>();

    void add(EventKind kind) {
        counts.computeIfAbsent(kind, _ -> new LongAdder()).increment();
    }

    Map<EventKind, Long> counts() {
        var all = new EnumMap<EventKind, Long>(EventKind.class);
        counts.forEach((kind, count) -> all.put(kind, count.sum()));
        return all;
    }
}
