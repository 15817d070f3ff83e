package jmonit.regex;

import java.util.List;

/** A pattern as a nondeterministic automaton (Thompson's construction), which runs from {@code start} to an Accept. */
record Program(List<Step> steps, int start) {
    Program {
        steps = List.copyOf(steps);
    }

    boolean looksAround() {
        return steps.stream().anyMatch(Step.Check.class::isInstance);
    }
}
