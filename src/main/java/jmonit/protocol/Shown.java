package jmonit.protocol;

/** Text of a server in a line of the log: no control characters, and not the whole of a long one. */
final class Shown {

    private static final int LONGEST = 200;

    private Shown() {
    }

    static String line(String text) {
        var cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return cut.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
