package jmonit.service;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import jmonit.model.Trace;

/**
 * Counters that only grow, as rates: what they were at the last look is kept in its trace. The first look tells none, as does one after a
 * counter began anew; both count as no traffic.
 */
final class Rates {

    private static final String AT = "at";

    private final Trace before;
    private final double seconds;
    private final Map<String, String> notes = new HashMap<>();

    Rates(Trace before, Instant now) {
        this.before = before;
        this.seconds = before.note(AT).isEmpty() ? 0 : Duration.between(Instant.parse(before.note(AT)), now).toMillis() / 1000.0;
        notes.put(AT, now.toString());
    }

    /** A trace from before {@code start}, when all counters began, tells nothing any more. */
    static Trace since(Instant start, Trace trace) {
        var at = trace.note(AT);
        return !at.isEmpty() && Instant.parse(at).isBefore(start) ? Trace.NONE : trace;
    }

    boolean first() {
        return seconds <= 0;
    }

    /** How much the counter grew since the last look. */
    long growth(String counter, long value) {
        notes.put(counter, Long.toString(value));
        var last = before.note(counter);
        return last.isEmpty() ? 0 : Math.max(0, value - Long.parseLong(last));
    }

    double perSecond(String counter, long value) {
        var growth = growth(counter, value);
        return first() ? 0 : growth / seconds;
    }

    Map<String, String> notes() {
        return notes;
    }
}
