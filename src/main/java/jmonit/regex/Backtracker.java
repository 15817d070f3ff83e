package jmonit.regex;

import java.util.regex.Pattern;

/** Searches for a pattern with back-references, which no automaton can; the work it may do for one text is limited. */
final class Backtracker implements Search {
    private final Pattern pattern;

    Backtracker(Pattern pattern) {
        this.pattern = pattern;
    }

    @Override
    public boolean finds(byte[] text, int from, int to) {
        try {
            return pattern.matcher(new Subject(text, from, to, new Budget())).find();
        } catch (StackOverflowError e) {
            throw new IllegalStateException("a back-reference needs too deep a search in " + (to - from) + " bytes", e);
        }
    }

    /** A part of a text, each byte a char. */
    private record Subject(byte[] text, int from, int to, Budget budget) implements CharSequence {
        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            budget.spend();
            return (char) (text[from + index] & 0xFF);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Subject(text, from + start, from + end, budget);
        }
    }

    /** How many bytes the search may still look at. */
    private static final class Budget {
        private int left = 20_000_000;

        void spend() {
            if (left-- == 0) {
                throw new IllegalStateException("a back-reference needs too long a search");
            }
        }
    }
}
