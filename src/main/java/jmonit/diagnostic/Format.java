package jmonit.diagnostic;

/** For reading, for {@code grep} and editors (a headline each), and for programs. */
public enum Format {
    TEXT,
    SHORT,
    JSON
}
