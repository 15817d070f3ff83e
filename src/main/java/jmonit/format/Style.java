package jmonit.format;

/** For programs and files, or for a terminal, with colours and frames. */
public enum Style {
    PLAIN, TERMINAL;

    String paint(Ink ink, String text) {
        return this == PLAIN || ink.code().isEmpty() ? text : "\u001b[" + ink.code() + "m" + text + "\u001b[0m";
    }
}
