package jmonit.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jmonit.diagnostic.Diagnostic;

/** Options of a connection test that may be given once only, or not beside one another. */
final class Clashes {

    private static final List<String> ONCE = List.of("host", "port", "unixsocket", "url");
    private static final List<String> IN_URL = List.of("host", "port");

    private final Cursor c;
    private final Map<String, Word> seen = new LinkedHashMap<>();

    Clashes(Cursor cursor) {
        this.c = cursor;
    }

    /** Notes an option and complains if it does not go with one that was noted before. */
    void note(String option, Word word) {
        seen.forEach((earlier, at) -> {
            if (earlier.equals(option) && ONCE.contains(option)) {
                c.complain(Diagnostic.error(word.span(), "this connection test has two of \"" + word.getText() + "\"", "expected one only")
                        .and(at.span(), "the first").see("connection"));
            } else if (clash(option, earlier) || clash(earlier, option)) {
                c.complain(Diagnostic.error(word.span(), "\"" + word.getText() + "\" does not go with \"" + at.getText() + "\"",
                        "expected no such option here").and(at.span(), "this says where to connect").see("connection"));
            }
        });
        seen.putIfAbsent(option, word);
    }

    private static boolean clash(String one, String other) {
        return switch (one) {
            case "unixsocket" -> !other.equals("unixsocket");
            case "url" -> IN_URL.contains(other);
            default -> false;
        };
    }
}
