package jmonit.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Text as it travels in addresses and forms. As in Monit, a plus stands for a blank in both. */
final class Percent {

    private static final int HEX = 16;

    private Percent() {
    }

    /** Refuses what is no UTF-8 or holds a broken escape: whoever reads it otherwise reads something else than was meant. */
    static String decode(String text, String complaint) throws Malformed {
        var bytes = new ByteArrayOutputStream(text.length());
        byte[] from = text.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < from.length; at++) {
            if (from[at] == '%') {
                bytes.write(escape(from, at, complaint));
                at += 2;
            } else {
                bytes.write(from[at] == '+' ? ' ' : from[at]);
            }
        }
        return text(bytes.toByteArray(), complaint);
    }

    private static int escape(byte[] from, int at, String complaint) throws Malformed {
        int high = at + 2 < from.length ? Character.digit(from[at + 1], HEX) : -1;
        int low = at + 2 < from.length ? Character.digit(from[at + 2], HEX) : -1;
        if (high < 0 || low < 0) {
            throw new Malformed(complaint);
        }
        return high * HEX + low;
    }

    private static String text(byte[] bytes, String complaint) throws Malformed {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Malformed(complaint);
        }
    }

    /** For an address in an answer: everything but plain letters, digits and slashes is escaped. */
    static String encode(String path) {
        var text = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            if (b == '/' || b == '_' || b == '-' || b == '.' || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z') {
                text.append((char) b);
            } else {
                text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return text.toString();
    }
}
