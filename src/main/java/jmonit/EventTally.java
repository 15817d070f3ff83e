package jmonit;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import jmonit.model.Event;
import jmonit.model.EventKind;

/** Counts events from the beginning of the daemon to its end, whatever is forgotten of them. Any thread. */
final class EventTally {

    private final Map<EventKind, LongAdder> counts = new EnumMap<>(EventKind.class);

    EventTally() {
        for (EventKind kind : EventKind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    void count(Event event) {
        counts.get(event.kind()).increment();
    }

    Map<EventKind, Long> counts() {
        var now = new EnumMap<EventKind, Long>(EventKind.class);
        counts.forEach((kind, count) -> now.put(kind, count.sum()));
        return now;
    }
}
