package jmonit.regex;

/** A condition on a position; it matches without using up any text. */
enum Assertion {
    TEXT_START,
    TEXT_END,
    WORD_START,
    WORD_END,
    WORD_EDGE,
    NO_WORD_EDGE;

    boolean holds(Side before, Side after) {
        boolean word = before == Side.WORD;
        boolean wordFollows = after == Side.WORD;
        return switch (this) {
            case TEXT_START -> before == Side.EDGE;
            case TEXT_END -> after == Side.EDGE;
            case WORD_START -> !word && wordFollows;
            case WORD_END -> word && !wordFollows;
            case WORD_EDGE -> word != wordFollows;
            case NO_WORD_EDGE -> word == wordFollows;
        };
    }
}
