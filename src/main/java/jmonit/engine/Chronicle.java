package jmonit.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import jmonit.model.Context;
import jmonit.model.Event;
import jmonit.model.EventKind;

/** The last events, newest last. */
final class Chronicle {

    private static final int SHOWN = 200;
    /** What happened so long ago is told by now, or in the queue: until then it has to be remembered, however much it is. */
    private static final Duration TOLD = Duration.ofSeconds(3);
    private static final int MOST = 1 << 14;
    private static final int MICRO = 1_000;

    private final Deque<Event> events = new ArrayDeque<>();

    private final Hush hush;

    Chronicle(List<Event> events, Hush hush) {
        this.hush = hush;
        events.forEach(this::add);
    }

    void announce(Event happened, Context context, Turn turn) {
        Event event = hush.marked(distinct(happened), turn.now());
        add(event);
        turn.add(new Effect.Announce(event, context));
        turn.persist();
    }

    /** What an operator asked for is done, or was tried in vain. */
    void acted(Ward ward, String deed, boolean well, Turn turn) {
        String because = deed + " action " + (well ? "done" : "failed");
        // The line before this one says why, and is the error.
        turn.say(Severity.INFO, ward, because);
        announce(ward.event(turn.now(), EventKind.ACTION, Event.Side.CHANGED, because, "alert"), ward.context(), turn);
    }

    /** What a judgement says, with its events written down. */
    void tell(List<Effect> effects, Turn turn) {
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Announce(Event event, Context context) -> announce(event, context, turn);
                case Effect.Still(Event event, _, _) when hush.silences(event, turn.now()) -> { }
                default -> turn.add(effect);
            }
        }
    }

    /** Each event has a moment of its own, so that the moment names it. */
    private Event distinct(Event event) {
        Instant at = event.at().minusNanos(event.at().getNano() % MICRO);
        boolean taken = !events.isEmpty() && !at.isAfter(events.getLast().at());
        return event.at(taken ? events.getLast().at().plus(1, ChronoUnit.MICROS) : at);
    }

    private void add(Event event) {
        events.add(event);
        while (events.size() > SHOWN && (events.size() > MOST || events.getFirst().at().plus(TOLD).isBefore(event.at()))) {
            events.removeFirst();
        }
    }

    /** Those that may not have been told, and at least those that are shown. */
    List<Event> events() {
        return List.copyOf(events);
    }

    List<Event> shown() {
        return events.stream().skip(Math.max(0, events.size() - SHOWN)).toList();
    }
}
