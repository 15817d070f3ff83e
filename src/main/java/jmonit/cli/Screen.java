package jmonit.cli;

/** Texts of a daemon, made fit for where they are shown. What else than colours could move a cursor is not let through. */
final class Screen {

    private static final char ESCAPE = '\033';
    private static final char DELETE = '\177';
    private static final int C1_END = 0x9f;
    private static final String BOX = "─│┌┐└┘├┤┬┴┼";
    private static final String LINES = "─┌┐└┘├┤┬┴┼";

    private final boolean frames;
    private final boolean colours;

    /** Where there are no frames there are no colours. */
    Screen(boolean frames, boolean colours) {
        this.frames = frames;
        this.colours = frames && colours;
    }

    static Screen of(Terminal terminal, boolean batch, String noColour) {
        return new Screen(terminal.interactive() && !batch, noColour.isEmpty());
    }

    String fit(String text) {
        var fit = new StringBuilder(text.length());
        int begin = 0;
        while (begin < text.length()) {
            int feed = text.indexOf('\n', begin);
            int end = feed < 0 ? text.length() : feed + 1;
            line(text, begin, end, fit);
            begin = end;
        }
        return fit.toString();
    }

    private void line(String text, int begin, int end, StringBuilder fit) {
        int length = fit.length();
        boolean rule = false;
        int at = begin;
        while (at < end) {
            char c = text.charAt(at);
            int after = c == ESCAPE ? afterColour(text, at, end) : at;
            if (after > at) {
                fit.append(colours ? text.substring(at, after) : "");
                at = after;
                continue;
            }
            boolean box = !frames && BOX.indexOf(c) >= 0;
            rule |= box && LINES.indexOf(c) >= 0 && fit.length() == length;
            fit.append(box ? "" : shown(c));
            at++;
        }
        if (rule) {
            fit.setLength(length);
        }
    }

    /** Where the sequence that begins here ends, if all it does is change colours; else where it begins. */
    private static int afterColour(String text, int begin, int end) {
        int at = begin + 1;
        if (at == end || text.charAt(at) != '[') {
            return begin;
        }
        do {
            at++;
        } while (at < end && (text.charAt(at) >= '0' && text.charAt(at) <= '9' || text.charAt(at) == ';'));
        return at < end && text.charAt(at) == 'm' ? at + 1 : begin;
    }

    /** One character of a text that may come from anywhere. */
    static char shown(char c) {
        return c < ' ' && c != '\n' && c != '\t' || c >= DELETE && c <= C1_END ? '?' : c;
    }
}
