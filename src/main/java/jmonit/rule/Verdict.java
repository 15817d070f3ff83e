package jmonit.rule;

/** What one look says about one condition, in the words of the log. */
public sealed interface Verdict {

    String because();

    record Tripped(String because) implements Verdict {
    }

    record Clear(String because) implements Verdict {
    }

    /** No opinion; the window does not move. */
    record Unknown(String because) implements Verdict {
    }
}
