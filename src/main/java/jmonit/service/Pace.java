package jmonit.service;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jmonit.model.Trace;

/**
 * How fast counters of one process rise: each against what the trace of the last look says of the same process. Collects the trace for the
 * next look while this one lasts.
 */
final class Pace {

    static final String PROCESS = "process";
    private static final int LONGEST = 18;

    private final Trace last;
    private final Map<String, String> next = new HashMap<>();
    private final Duration elapsed;

    /** @param now since the start of the machine: the time of the day may be set */
    Pace(String process, Duration now, Trace trace) {
        last = trace.note(PROCESS).equals(process) ? trace : Trace.NONE;
        next.put(PROCESS, process);
        next.put(Trace.AT, Long.toString(now.toMillis()));
        elapsed = number(Trace.AT).map(at -> now.minusMillis(at)).orElse(Duration.ZERO);
    }

    /** Empty at the first look, and between two looks in the same instant. */
    Optional<Double> perSecond(String counter, long value) {
        next.put(counter, Long.toString(value));
        return number(counter).filter(_ -> elapsed.isPositive())
                .map(before -> Math.max(0, value - before) * 1000.0 / elapsed.toMillis());
    }

    private Optional<Long> number(String note) {
        String text = last.note(note);
        return digits(text) ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static boolean digits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST;
    }

    Trace trace() {
        return new Trace(next);
    }
}
