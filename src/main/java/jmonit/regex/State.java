package jmonit.regex;

import java.util.Arrays;

/** A state of the {@link Automaton}: what lies before it, and the steps it may be at, in ascending order. */
record State(Side before, int[] steps) {
    @Override
    public boolean equals(Object other) {
        return other instanceof State state && before == state.before && Arrays.equals(steps, state.steps);
    }

    @Override
    public int hashCode() {
        return 31 * before.ordinal() + Arrays.hashCode(steps);
    }

    @Override
    public String toString() {
        return before + Arrays.toString(steps);
    }
}
