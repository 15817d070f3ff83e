package jmonit.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.HashMap;

/** The numbers and texts of a document of MongoDB; what it nests is passed over. */
record Bson(Map<String, Double> numbers, Map<String, String> texts) {

    /** Reads up to the first element of a kind that answers to a command never have. Throws where a document ends too early. */
    static Bson of(ByteBuffer document) {
        var numbers = new HashMap<String, Double>();
        var texts = new HashMap<String, String>();
        document.getInt();
        var known = true;
        for (var kind = document.get(); kind != 0 && known; kind = known ? document.get() : 0) {
            var name = name(document);
            switch (kind) {
                case 0x01 -> numbers.put(name, document.getDouble());
                case 0x02 -> texts.put(name, text(document));
                case 0x03, 0x04 -> skip(document, document.getInt() - 4);
                case 0x05 -> skip(document, document.getInt() + 1);
                case 0x07 -> skip(document, 12);
                case 0x08 -> numbers.put(name, (double) document.get());
                case 0x09, 0x11 -> skip(document, 8);
                case 0x0a -> skip(document, 0);
                case 0x10 -> numbers.put(name, (double) document.getInt());
                case 0x12 -> numbers.put(name, (double) document.getLong());
                default -> known = false;
            }
        }
        return new Bson(Map.copyOf(numbers), Map.copyOf(texts));
    }

    private static void skip(ByteBuffer document, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("an element of negative length");
        }
        document.position(document.position() + count);
    }

    private static String name(ByteBuffer document) {
        var name = new StringBuilder();
        for (var letter = document.get(); letter != 0; letter = document.get()) {
            name.append((char) (letter & 0xff));
        }
        return name.toString();
    }

    private static String text(ByteBuffer document) {
        var start = document.position() + 4;
        var length = document.getInt();
        skip(document, length);
        return new String(document.array(), start, Math.max(0, length - 1), StandardCharsets.UTF_8);
    }

    boolean isOk() {
        return numbers.getOrDefault("ok", 0.0) == 1;
    }

    int code() {
        return numbers.getOrDefault("code", 0.0).intValue();
    }

    /** What the server says is wrong, to stand at the end of a line. */
    String complaint() {
        return texts.containsKey("errmsg") ? " -- " + Shown.line(texts.get("errmsg")) : "";
    }
}
