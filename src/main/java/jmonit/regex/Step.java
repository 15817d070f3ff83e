package jmonit.regex;

/** One step of a {@link Program}; where to go next is an index into its list of steps. */
sealed interface Step {
    /** Uses up one byte. */
    record Take(ByteSet of, int next) implements Step {
    }

    record Fork(int one, int other) implements Step {
    }

    record Check(Assertion assertion, int next) implements Step {
    }

    record Accept() implements Step {
    }
}
