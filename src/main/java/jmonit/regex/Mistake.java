package jmonit.regex;

/** Carries the first mistake from deep inside the parser to {@link Expression#parse}; it never leaves the package. */
final class Mistake extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final int position;

    Mistake(Reason reason, int position) {
        super(reason.words(), null, false, false);
        this.reason = reason;
        this.position = position;
    }

    Invalid in(PatternText text) {
        return new Invalid(reason.words(), text.offsetOf(position));
    }
}
