package jmonit.regex;

/** A way to find out whether a pattern matches somewhere in a text. */
sealed interface Search permits Automaton, Backtracker {
    boolean finds(byte[] text, int from, int to);
}
