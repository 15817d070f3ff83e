package jmonit.channel;

import java.util.List;

import jmonit.model.Event;
import jmonit.model.Fact;

/**
 * What one message tells of: an event with what is known of it, or several that happened within a short time.
 *
 * @param events in their order, at least one
 * @param facts of a single event
 */
record Told(List<Event> events, List<Fact> facts) {

    Told {
        events = List.copyOf(events);
        facts = List.copyOf(facts);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a message tells of something");
        }
    }

    static Told of(Event event) {
        return new Told(List.of(event), List.of());
    }

    Event first() {
        return events.getFirst();
    }

    boolean several() {
        return events.size() > 1;
    }

    /** Whether any of it is bad news. */
    boolean failed() {
        return events.stream().anyMatch(e -> e.side() == Event.Side.FAILED);
    }
}
