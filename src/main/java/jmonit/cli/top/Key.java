package jmonit.cli.top;

/** What was typed, or what the terminal says of itself. */
public sealed interface Key {

    /** A character as it is: Enter is a line feed, and so on. */
    record Typed(int character) implements Key {
    }

    /** A key without a character. */
    enum Named implements Key {
        UP, DOWN, PAGE_UP, PAGE_DOWN, HOME, END, ESCAPE, UNKNOWN
    }

    /** How large the terminal is: it answers so when asked where its last place is. */
    record Size(int lines, int columns) implements Key {
    }
}
