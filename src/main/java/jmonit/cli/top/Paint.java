package jmonit.cli.top;

/** Lines of a terminal that is so wide. What comes from the daemon cannot move the cursor: it is shown character by character. */
public final class Paint {

    private static final String RESET = "\033[0m";
    private static final String REVERSE = "\033[7m";
    private static final int TYPE = 13;
    private static final int AGE = 8;
    private static final int NARROWEST = 8;
    private static final int WIDEST = 28;

    private final int columns;

    public Paint(int columns) {
        this.columns = columns;
    }

    String plain(String text) {
        return cut(text, columns).stripTrailing();
    }

    String head() {
        return "\033[1m" + cut(cells("NAME", "TYPE", "STATUS", "LOOKED", "WHY, OR WHAT IS MEASURED"), columns) + RESET;
    }

    String row(Row row, boolean selected) {
        String text = cut(text(row), columns);
        return (selected ? REVERSE : "") + colour(row.state()) + text + RESET;
    }

    /** Without a terminal: all there is to say. */
    public String text(Row row) {
        return cells(row.name(), row.type(), row.status(), row.age(), row.because().isEmpty() ? row.readings() : row.because());
    }

    private String cells(String name, String type, String status, String age, String rest) {
        int wide = Math.clamp((columns - TYPE - AGE) / 3, NARROWEST, WIDEST);
        return padded(name, wide) + " " + padded(type, TYPE) + padded(status, wide) + " " + padded(age, AGE) + rest;
    }

    private static String padded(String text, int width) {
        String cut = cut(text, width);
        return cut + " ".repeat(width - cut.codePointCount(0, cut.length()));
    }

    /** So many characters at most; the last one tells that there are more. */
    private static String cut(String text, int width) {
        var fit = new StringBuilder();
        text.codePoints().limit(width).map(c -> Character.isISOControl(c) ? '?' : c).forEach(fit::appendCodePoint);
        if (text.codePointCount(0, text.length()) > width && width > 0) {
            fit.setLength(fit.offsetByCodePoints(fit.length(), -1));
            fit.append('…');
        }
        return fit.toString();
    }

    private static String colour(Row.State state) {
        return switch (state) {
            case FAILING -> "\033[31m";
            case WAITING -> "\033[33m";
            case OK -> "\033[32m";
            case UNMONITORED -> "\033[90m";
        };
    }
}
