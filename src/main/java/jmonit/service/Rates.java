package jmonit.service;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import jmonit.model.Trace;

/**
 * Counters that only grow, as rates: what they were at the last look is kept in its trace. The first look tells none, as does one after a
 * counter began anew; both count as no traffic.
 */
final class Rates {

    private final Trace before;
    private final double seconds;
    private final Map<String, String> notes = new HashMap<>();

    Rates(Trace before, Instant now) {
        this.before = before;
        this.seconds = at(before) > 0 ? (now.toEpochMilli() - at(before)) / 1000.0 : 0;
        notes.put(Trace.AT, Long.toString(now.toEpochMilli()));
    }

    /** A trace from before {@code start}, when all counters began, tells nothing any more. */
    static Trace since(Instant start, Trace trace) {
        return at(trace) < start.toEpochMilli() ? Trace.NONE : trace;
    }

    /** Milliseconds of the wall clock, 0 where there was no look before, or its trace was written otherwise. */
    private static long at(Trace trace) {
        try {
            return trace.note(Trace.AT).isEmpty() ? 0 : Long.parseLong(trace.note(Trace.AT));
        } catch (NumberFormatException otherwise) {
            return 0;
        }
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
