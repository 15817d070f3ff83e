package jmonit.rule;

import java.util.function.Supplier;

/** What one look says about one condition, in the words of the log. */
public sealed interface Verdict {

    String because();

    record Tripped(String because) implements Verdict {
    }

    /** All is well, which is told only at the end of a failure: its words are put together where someone asks for them. */
    final class Clear implements Verdict {

        private final Supplier<String> words;

        public Clear(String because) {
            this(() -> because);
        }

        Clear(Supplier<String> words) {
            this.words = words;
        }

        @Override
        public String because() {
            return words.get();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Clear clear && because().equals(clear.because());
        }

        @Override
        public int hashCode() {
            return because().hashCode();
        }

        @Override
        public String toString() {
            return "Clear[because=" + because() + "]";
        }
    }

    /** No opinion; the window does not move. */
    record Unknown(String because) implements Verdict {
    }
}
