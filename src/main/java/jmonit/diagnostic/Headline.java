package jmonit.diagnostic;

/** The line each format but JSON begins with: where, how bad, what. */
final class Headline {
    /** A quotation mark that is missing can make a word of megabytes. */
    private static final int LONGEST = 1000;
    private static final int END = 200;

    private Headline() {}

    static String of(Diagnostic diagnostic) {
        return of(diagnostic, new Palette(false));
    }

    static String of(Diagnostic diagnostic, Palette palette) {
        var severity = diagnostic.severity();
        return palette.strong(Visible.text(diagnostic.place()) + ": ")
                + palette.alarming(severity, severity.word())
                + palette.strong(": " + Visible.text(bounded(diagnostic.message())));
    }

    private static String bounded(String message) {
        return message.length() <= LONGEST ? message
                : message.substring(0, LONGEST - END) + "…" + message.substring(message.length() - END);
    }
}
