package jmonit.rule;

import java.util.Optional;
import java.util.function.DoubleFunction;

import jmonit.model.Comparison;
import jmonit.model.Condition.Threshold;
import jmonit.model.Sample;

/** A reading held against the limit of a threshold, and how Monit words each outcome for one metric. */
record Compared(String trips, String clears, DoubleFunction<String> current, DoubleFunction<String> limit) {

    /** Placeholders: %1$s is the current value, %2$s the sign of the comparison, %3$s the limit. */
    Verdict verdict(Threshold threshold, Optional<Double> reading, String unknown) {
        return reading.<Verdict>map(value -> verdict(value, threshold.comparison(), threshold.limit().value()))
                .orElseGet(() -> new Verdict.Unknown(unknown));
    }

    Verdict verdict(double value, Comparison comparison, double bound) {
        return comparison.holds(value, bound)
                ? new Verdict.Tripped(trips.formatted(current.apply(value), comparison.sign(), limit.apply(bound)))
                : new Verdict.Clear(() -> clears.formatted(current.apply(value), comparison.sign(), limit.apply(bound)));
    }

    static Optional<Double> reading(Sample sample, Threshold threshold) {
        return sample.readings().amount(threshold.metric(), threshold.limit().unit());
    }

    static Compared of(String trips, String clears, DoubleFunction<String> spoken) {
        return new Compared(trips, clears, spoken, spoken);
    }
}
