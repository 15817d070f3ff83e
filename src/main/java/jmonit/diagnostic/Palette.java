package jmonit.diagnostic;

/** Terminal colours, or none. */
record Palette(boolean colour) {
    private static final String BOLD = "1";
    private static final String RED = "1;31";
    private static final String YELLOW = "1;33";
    private static final String BLUE = "1;34";

    String strong(String text) {
        return painted(BOLD, text);
    }

    String quiet(String text) {
        return painted(BLUE, text);
    }

    String alarming(Severity severity, String text) {
        return switch (severity) {
            case ERROR -> painted(RED, text);
            case WARNING -> painted(YELLOW, text);
        };
    }

    private String painted(String code, String text) {
        return colour ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
