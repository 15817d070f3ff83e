package jmonit.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import jmonit.model.Event;

/** The last events, newest last. */
final class Chronicle {

    private static final int KEPT = 200;

    private final Deque<Event> events = new ArrayDeque<>();

    Chronicle(List<Event> events) {
        events.forEach(this::add);
    }

    void announce(Event event, Turn turn) {
        add(event);
        turn.add(new Effect.Announce(event));
        turn.persist();
    }

    /** What a judgement says, with its events written down. */
    void tell(List<Effect> effects, Turn turn) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.Announce(Event event)) {
                announce(event, turn);
            } else {
                turn.add(effect);
            }
        }
    }

    private void add(Event event) {
        events.add(event);
        if (events.size() > KEPT) {
            events.removeFirst();
        }
    }

    List<Event> events() {
        return List.copyOf(events);
    }
}
