package jmonit.config;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jmonit.model.Url;

/** Takes web addresses apart and writes requests the way a server wants them. */
final class Urls {

    private static final Pattern URL = Pattern.compile(
            "(?i)([a-z]+)://(?:([^:@/?#\\s]*)(?::([^:@\\s]*))?@|[^@/?#\\s]*@)?(\\[[^\\]]+\\]|[^:/?#\\s]+)(?::(\\d{1,9}))?(/[^?#]*)?(?:\\?([^#]*))?"
                    + "(?:#.*)?");

    private static final Map<String, Integer> WEB = Map.of("http", 80, "https", 443);

    private Urls() {
    }

    static Optional<Url> parse(String text) {
        return parse(text, WEB);
    }

    /** An address of one of these schemes, each with the port it has where none is written. */
    static Optional<Url> parse(String text, Map<String, Integer> ports) {
        Matcher m = URL.matcher(text);
        String scheme = m.matches() ? m.group(1).toLowerCase(Locale.ROOT) : "";
        if (!ports.containsKey(scheme)) {
            return Optional.empty();
        }
        int port = m.group(5) == null ? ports.get(scheme) : Integer.parseInt(m.group(5));
        return Optional.of(new Url(scheme, decode(or(m.group(2), "")), decode(or(m.group(3), "")), m.group(4).replaceAll("[\\[\\]]", ""), port,
                or(m.group(6), "/"), or(m.group(7), "")));
    }

    private static String or(String text, String other) {
        return text == null ? other : text;
    }

    /** %41 becomes A; a % that begins no such pair stays. */
    private static String decode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var out = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length + 0 && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Writes what may not stand in a request as %XX. */
    static String encode(String text) {
        var out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > ' ' && b < 0x7f && "<>\"#%{}|\\^[]`".indexOf(b) < 0;
            out.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b));
        }
        return out.toString();
    }
}
