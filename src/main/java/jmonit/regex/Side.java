package jmonit.regex;

/** What lies on one side of a position in the text. */
enum Side {
    EDGE, WORD, OTHER;

    static Side of(int value) {
        return CharacterClass.WORD.contains(value) ? WORD : OTHER;
    }
}
