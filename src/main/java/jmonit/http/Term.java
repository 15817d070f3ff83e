package jmonit.http;

/** How long a router answers: until a reload puts another in its place. What lasts longer than an answer has to ask. */
final class Term {

    private volatile boolean over;

    boolean over() {
        return over;
    }

    void end() {
        over = true;
    }
}
