package jmonit.cli.link;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** One field of a form or of a query. */
public record Field(String name, String value) {

    public static String encoded(List<Field> fields) {
        var text = new StringBuilder();
        for (Field field : fields) {
            text.append(text.isEmpty() ? "" : "&").append(encoded(field.name())).append('=').append(encoded(field.value()));
        }
        return text.toString();
    }

    /** Also for a part of a path: everything but plain letters and digits is escaped. */
    public static String encoded(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b == '_' || b == '-' || b == '.' || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z') {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return encoded.toString();
    }
}
