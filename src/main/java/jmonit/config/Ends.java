package jmonit.config;

import java.util.Locale;
import java.util.Set;

/** Where what begins at a place of a text ends. {@code length} is where the text ends for Monit. */
record Ends(String text, int length) {

    private static final Set<String> MAIL_FIELDS = Set.of("from", "reply-to", "subject", "message");

    static boolean isBlank(char c) {
        return switch (c) {
            case ' ', '\t', '\r', '\n', ',', ';', '(', ')' -> true;
            default -> false;
        };
    }

    private static boolean endsWord(char c) {
        return isBlank(c) || c == '"' || c == '\'' || c == '{' || c == '}' || c == '%';
    }

    int line(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 || end > length ? length : end;
    }

    int word(int from) {
        int end = from;
        while (end < length && !endsWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Up to the next blank; brackets, commas, quotes and percent signs belong to it. */
    int piece(int from) {
        int end = from;
        while (end < length && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    int whitespace(int from) {
        int end = from;
        while (end < length && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    int spaces(int from) {
        int end = from;
        while (end < length && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return end;
    }

    /** Whether something follows on the same line after a space. */
    boolean sameLineFollows(int end) {
        int next = spaces(end);
        return next > end && next < length && text.charAt(next) != '\n' && text.charAt(next) != '\r' && text.charAt(next) != '#';
    }

    /** The quote that closes a program's string, in which a piece that begins with ' runs to the next ', double quotes and all; or less than 0. */
    int command(int open) {
        boolean pieceStarts = true;
        for (int i = open + 1; i < length; i++) {
            char c = text.charAt(i);
            if (c == '\'' && pieceStarts) {
                int close = text.indexOf('\'', i + 1);
                i = close < 0 ? i : close;
            } else if (c == '"') {
                return i;
            }
            pieceStarts = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        }
        return -1;
    }

    /** The colon of a mail field that begins there; {@code from} where none begins. */
    int field(int from) {
        int colon = from;
        while (colon < length && (Character.isLetter(text.charAt(colon)) || text.charAt(colon) == '-')) {
            colon++;
        }
        boolean field = colon < length && text.charAt(colon) == ':'
                && MAIL_FIELDS.contains(text.substring(from, colon).toLowerCase(Locale.ROOT));
        return field ? colon : from;
    }
}
