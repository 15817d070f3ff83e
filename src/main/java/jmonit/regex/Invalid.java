package jmonit.regex;

import static java.util.Objects.requireNonNull;

/** A pattern that is none: the reason in the words of regerror(3), and the index of the culprit in the pattern. */
public record Invalid(String reason, int offset) implements Parsed {
    public Invalid {
        requireNonNull(reason, "reason");
        if (offset < 0) {
            throw new IllegalArgumentException("offset must not be negative, was " + offset);
        }
    }
}
