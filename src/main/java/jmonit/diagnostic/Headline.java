package jmonit.diagnostic;

/** The line each format but JSON begins with: where, how bad, what. */
final class Headline {
    private Headline() {}

    static String of(Diagnostic diagnostic) {
        return of(diagnostic, new Palette(false));
    }

    static String of(Diagnostic diagnostic, Palette palette) {
        var severity = diagnostic.severity();
        return palette.strong(Visible.text(diagnostic.place()) + ": ")
                + palette.alarming(severity, severity.word())
                + palette.strong(": " + Visible.text(diagnostic.message()));
    }
}
