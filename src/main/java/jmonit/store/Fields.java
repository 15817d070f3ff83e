package jmonit.store;

import java.util.Arrays;
import java.util.List;

/** A line of fields with tabs between them; what a field holds may be anything. */
final class Fields {

    private Fields() {
    }

    static String line(String... fields) {
        var escaped = new String[fields.length];
        for (int i = 0; i < fields.length; i++) {
            escaped[i] = escaped(fields[i]);
        }
        return String.join("\t", escaped) + "\n";
    }

    static List<String> of(String line) {
        return Arrays.stream(line.split("\t", -1)).map(Fields::plain).toList();
    }

    private static String escaped(String field) {
        return asItIs(field) ? field : field.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }

    /** Nearly every field of thousands. */
    private static boolean asItIs(String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c <= '\r' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static String plain(String field) {
        if (field.indexOf('\\') < 0) {
            return field;
        }
        var text = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            text.append(c == '\\' && i + 1 < field.length() ? meant(field.charAt(++i)) : c);
        }
        return text.toString();
    }

    private static char meant(char escape) {
        return switch (escape) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> escape;
        };
    }
}
