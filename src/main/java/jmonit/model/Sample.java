package jmonit.model;

import java.util.Map;

/** What one look at a service found. {@code answers} are by the place of the rule in {@link Service#rules()}. */
public record Sample(Presence presence, Readings readings, Map<Integer, Answer> answers, Trace trace) {

    public Sample {
        answers = Map.copyOf(answers);
    }

    public static Sample absent(Presence presence, Trace trace) {
        return new Sample(presence, Readings.NONE, Map.of(), trace);
    }
}
