package jmonit.diagnostic;

/** What stands left of the source: line numbers, the bar, and the signs of notes. */
record Margin(int width, Palette palette) {

    /** As wide as the longest line number of a diagnostic. */
    static Margin of(Diagnostic diagnostic, Palette palette) {
        int last = diagnostic.labels().stream().mapToInt(label -> label.span().line()).max().orElse(1);
        return new Margin(digits(last), palette);
    }

    String numbered(int line, String text) {
        return barred(" ".repeat(width - digits(line)) + line, text);
    }

    String blank(String text) {
        return barred(" ".repeat(width), text);
    }

    String arrow(String place) {
        return indent() + palette.quiet("-->") + " " + place;
    }

    String note(String text) {
        return indent() + palette.quiet("=") + " " + text;
    }

    private String barred(String left, String text) {
        return palette.quiet(left + " |") + (text.isEmpty() ? "" : " " + text);
    }

    private String indent() {
        return " ".repeat(width + 1);
    }

    private static int digits(int line) {
        return Integer.toString(line).length();
    }
}
