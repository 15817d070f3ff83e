package jmonit.model;

import java.time.Duration;

/** A part of the time that a server takes to answer. */
public enum Phase {
    RESOLVE("resolve", "looking up the name"),
    CONNECT("connect", "connecting"),
    TLS("tls", "shaking hands"),
    FIRST_BYTE("first_byte", "first byte");

    private final String keyword;
    private final String words;

    Phase(String keyword, String words) {
        this.keyword = keyword;
        this.words = words;
    }

    /** For programs. */
    public String keyword() {
        return keyword;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** How long one took. */
    public record Time(Phase phase, Duration took) {
    }
}
