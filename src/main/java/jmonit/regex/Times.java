package jmonit.regex;

/** How often a repetition may go round. */
record Times(int least, int most) {
    static final int UNBOUNDED = Integer.MAX_VALUE;
    /** RE_DUP_MAX of glibc. */
    static final int LIMIT = 32_767;

    static final Times NEVER = new Times(0, 0);
    static final Times ANY = new Times(0, UNBOUNDED);
    static final Times SOME = new Times(1, UNBOUNDED);
    static final Times OPTIONAL = new Times(0, 1);

    Times {
        if (least < 0 || least > most) {
            throw new IllegalArgumentException("times must be 0.." + most + ", was " + least);
        }
    }

    boolean unbounded() {
        return most == UNBOUNDED;
    }

    boolean never() {
        return most == 0;
    }

    /** Copies of the body that stand in the automaton. */
    int copies() {
        return unbounded() ? least + 1 : most;
    }

    /** Whether the repetition only says "none", "one", "optional" or "any": two of these in a row make another. */
    boolean plain() {
        return least <= 1 && (most <= 1 || unbounded());
    }

    /** This repetition repeated, where both are plain or this one is never: {@code (x?)+} is {@code x*}. */
    Times times(Times outer) {
        return never() || outer.never() ? NEVER : new Times(least * outer.least, Math.max(most, outer.most));
    }
}
