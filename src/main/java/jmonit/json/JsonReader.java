package jmonit.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON value from UTF-8: nothing before it, nothing after it, no name twice in an object. */
public final class JsonReader {

    /** At most so many bytes, values inside each other, and values altogether. */
    public record Bounds(int bytes, int depth, int values) {

        public static final Bounds SMALL = new Bounds(1 << 18, 16, 1 << 13);
        public static final Bounds LARGE = new Bounds(1 << 26, 64, 1 << 22);
    }

    private static final int END = -1;

    private final byte[] text;
    private final Bounds bounds;
    private int at;
    private int values;

    private JsonReader(byte[] text, Bounds bounds) {
        this.text = text;
        this.bounds = bounds;
    }

    public static Json read(byte[] text, Bounds bounds) throws NotJson {
        if (text.length > bounds.bytes()) {
            throw new NotJson("more than " + bounds.bytes() + " bytes", bounds.bytes());
        }
        var reader = new JsonReader(text, bounds);
        Json value = reader.value(0);
        reader.blanks();
        reader.demand(reader.peek() == END, "something follows the end");
        return value;
    }

    public static Json read(String text, Bounds bounds) throws NotJson {
        return read(text.getBytes(StandardCharsets.UTF_8), bounds);
    }

    private Json value(int depth) throws NotJson {
        blanks();
        demand(depth < bounds.depth(), "more than " + bounds.depth() + " levels");
        demand(values++ < bounds.values(), "more than " + bounds.values() + " values");
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new Json.Text(string());
            case 't' -> word("true", new Json.Flag(true));
            case 'f' -> word("false", new Json.Flag(false));
            case 'n' -> word("null", Json.NOTHING);
            default -> new Json.Number(new Digits().number());
        };
    }

    private Json object(int depth) throws NotJson {
        Map<String, Json> fields = new LinkedHashMap<>();
        at++;
        if (follows('}')) {
            return new Json.Object(fields);
        }
        do {
            blanks();
            demand(peek() == '"', "a name is expected");
            String name = string();
            demand(!fields.containsKey(name), "a name stands twice");
            demand(follows(':'), "\":\" is expected");
            fields.put(name, value(depth + 1));
        } while (follows(','));
        demand(follows('}'), "\",\" or \"}\" is expected");
        return new Json.Object(fields);
    }

    private Json array(int depth) throws NotJson {
        List<Json> items = new ArrayList<>();
        at++;
        if (follows(']')) {
            return new Json.Array(items);
        }
        do {
            items.add(value(depth + 1));
        } while (follows(','));
        demand(follows(']'), "\",\" or \"]\" is expected");
        return new Json.Array(items);
    }

    private Json word(String word, Json meaning) throws NotJson {
        for (int i = 0; i < word.length(); i++) {
            demand(peek() == word.charAt(i), "a value is expected");
            at++;
        }
        return meaning;
    }

    private String string() throws NotJson {
        int begin = ++at;
        while (peek() >= ' ' && peek() != '"' && peek() != '\\') {
            at++;
        }
        if (peek() == '"') {
            return plain(begin, at++);
        }
        var built = new StringBuilder(plain(begin, at));
        while (peek() != '"') {
            demand(peek() == '\\', peek() == END ? "a string has no end" : "a control character stands in a string");
            escape(built);
            begin = at;
            while (peek() >= ' ' && peek() != '"' && peek() != '\\') {
                at++;
            }
            built.append(plain(begin, at));
        }
        at++;
        return whole(built);
    }

    /** A string that holds a half of a pair is no text: nothing could be written back. */
    private String whole(StringBuilder built) throws NotJson {
        try {
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(built));
            return built.toString();
        } catch (CharacterCodingException e) {
            throw new NotJson("half of a character", at - 1);
        }
    }

    private String plain(int from, int to) throws NotJson {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text, from, to - from)).toString();
        } catch (CharacterCodingException e) {
            throw new NotJson("no UTF-8 in the string that begins", from - 1);
        }
    }

    private void escape(StringBuilder built) throws NotJson {
        at++;
        int escaped = peek();
        at++;
        switch (escaped) {
            case '"', '\\', '/' -> built.append((char) escaped);
            case 'b' -> built.append('\b');
            case 'f' -> built.append('\f');
            case 'n' -> built.append('\n');
            case 'r' -> built.append('\r');
            case 't' -> built.append('\t');
            case 'u' -> built.append(unit());
            default -> throw new NotJson("an unknown escape", at - 1);
        }
    }

    private char unit() throws NotJson {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            demand(digit >= 0, "four hexadecimal digits are expected");
            unit = unit << 4 | digit;
            at++;
        }
        return (char) unit;
    }

    /** A number, digit by digit: Java would take more for one than JSON does. */
    private final class Digits {

        private final int begin = at;

        double number() throws NotJson {
            skip('-');
            if (!skip('0')) {
                some("a value is expected");
            }
            if (skip('.')) {
                some("a digit is expected");
            }
            if (skip('e') || skip('E')) {
                if (!skip('-')) {
                    skip('+');
                }
                some("a digit is expected");
            }
            double value = Double.parseDouble(new String(text, begin, at - begin, StandardCharsets.US_ASCII));
            if (!Double.isFinite(value)) {
                throw new NotJson("a number is too large", begin);
            }
            return value;
        }

        private boolean skip(char sign) {
            boolean there = peek() == sign;
            at += there ? 1 : 0;
            return there;
        }

        private void some(String complaint) throws NotJson {
            demand(digit(), complaint);
            while (digit()) {
                at++;
            }
        }

        private boolean digit() {
            return peek() >= '0' && peek() <= '9';
        }
    }

    /** A byte above 127 counts as more than a blank; the end as less. */
    private int peek() {
        return at < text.length ? text[at] & 0xff : END;
    }

    private void blanks() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            at++;
        }
    }

    private boolean follows(char sign) {
        blanks();
        boolean there = peek() == sign;
        at += there ? 1 : 0;
        return there;
    }

    private void demand(boolean fulfilled, String complaint) throws NotJson {
        if (!fulfilled) {
            throw new NotJson(peek() == END && !complaint.startsWith("more") ? "the text ends too early" : complaint, at);
        }
    }
}
