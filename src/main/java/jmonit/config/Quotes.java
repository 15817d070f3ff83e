package jmonit.config;

/**
 * What strings say. Monit strips blanks and quotes from both ends of a string, those between its own quotes, too, and then reads {@code \n},
 * {@code \r}, {@code \t}, {@code \\}, a backslash before a blank and {@code \0x41}; any other backslash stays. A byte that is no character of
 * ASCII stays as it is written, for whoever sends it.
 */
final class Quotes {

    private Quotes() {
    }

    static String text(Word word) {
        return word.quoted() ? read(word.getText()) : word.getText();
    }

    /** A name says whether it was quoted by its first character only. */
    static String name(Word word) {
        return word.raw().startsWith("\"") || word.raw().startsWith("'") ? read(word.getText()) : word.getText();
    }

    static String read(String quoted) {
        String text = strip(quoted);
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            at += escape(text, at, out);
        }
        return out.toString();
    }

    static String strip(String text) {
        int from = 0;
        int end = text.length();
        while (from < end && isStripped(text.charAt(from))) {
            from++;
        }
        while (end > from && isStripped(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(from, end);
    }

    private static boolean isStripped(char c) {
        return c == '"' || c == '\'' || c == ' ' || c >= '\t' && c <= '\r';
    }

    /** Writes the next character and says how many it was written with. */
    private static int escape(String text, int at, StringBuilder out) {
        char next = text.charAt(at) == '\\' && at + 1 < text.length() ? text.charAt(at + 1) : 0;
        switch (next) {
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case ' ', '\\' -> out.append(next);
            default -> {
                return code(text, at, out);
            }
        }
        return 2;
    }

    private static int code(String text, int at, StringBuilder out) {
        boolean hex = text.startsWith("\\0x", at) && at + 5 <= text.length() && text.substring(at + 3, at + 5).matches("[0-9a-fA-F]{2}");
        int code = hex ? Integer.parseInt(text.substring(at + 3, at + 5), 16) : 0;
        boolean plain = code > 0 && code < 0x80;
        out.append(plain ? (char) code : text.charAt(at));
        return plain ? 5 : 1;
    }
}
