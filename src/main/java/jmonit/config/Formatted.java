package jmonit.config;

import static java.util.Objects.requireNonNull;

/** What became of a control file that was to be put in order. */
public sealed interface Formatted {

    /** What the file should hold now. */
    String text();

    /** The same words in the one layout; the text may be the one that was there before. */
    record Ordered(String text) implements Formatted {

        public Ordered {
            requireNonNull(text, "text");
        }
    }

    /** The file is better left as it is, and why. */
    record Untouched(String text, String reason) implements Formatted {

        public Untouched {
            requireNonNull(text, "text");
            requireNonNull(reason, "reason");
        }
    }
}
