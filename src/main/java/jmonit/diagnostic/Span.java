package jmonit.diagnostic;

import static java.util.Objects.requireNonNull;

/** A stretch of a source from one offset up to, not including, another; empty ones point between two characters. */
public record Span(Source source, int start, int end) {
    public Span {
        requireNonNull(source, "source");
        if (start < 0 || end < start || end > source.text().length()) {
            throw new IllegalArgumentException(
                    start + ".." + end + " is no span of " + source + ", which has " + source.text().length());
        }
    }

    public static Span at(Source source, int start, int end) {
        return new Span(source, start, end);
    }

    public int line() {
        return source.line(start);
    }

    public int column() {
        return source.column(start);
    }

    int endLine() {
        return source.line(end);
    }

    int endColumn() {
        return source.column(end);
    }

    /** The smallest span that covers both. */
    public Span to(Span other) {
        if (source != other.source) {
            throw new IllegalArgumentException("no span reaches from " + source + " into " + other.source);
        }
        return new Span(source, Math.min(start, other.start), Math.max(end, other.end));
    }
}
