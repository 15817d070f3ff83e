package jmonit.diagnostic;

import static java.util.Objects.requireNonNull;

/** A marked place and what is to be said about it; the text is readable alone. */
public record Label(Span span, String text) {
    public Label {
        requireNonNull(span, "span");
        requireNonNull(text, "text");
    }
}
