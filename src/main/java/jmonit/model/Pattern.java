package jmonit.model;

/** A regular expression of the control file, or a file that holds one on every line. */
public sealed interface Pattern {

    record Regex(String text) implements Pattern {
    }

    record FromFile(String path) implements Pattern {
    }
}
