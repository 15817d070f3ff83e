package jmonit.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Writes one JSON value into a buffer that grows, and can be used again. What it writes may stand inside HTML: no character of a text can end
 * an element or begin one. One thread.
 */
public final class JsonWriter {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int DEEPEST = 60;
    private static final int LONGEST_UNIT = 6;

    private byte[] buffer;
    private int size;
    /** A value stands before, so that a comma has to come first. */
    private boolean another;
    /** One bit for each level, the innermost lowest: 1 for an object. */
    private long levels = 1;

    public JsonWriter(int room) {
        buffer = new byte[Math.max(room, 64)];
    }

    /** Begins an object, which {@link #end} ends. */
    public JsonWriter object() {
        return begin('{', 1);
    }

    /** Begins an array, which {@link #end} ends. */
    public JsonWriter array() {
        return begin('[', 0);
    }

    private JsonWriter begin(char sign, int bit) {
        if (Long.numberOfLeadingZeros(levels) < Long.SIZE - DEEPEST) {
            throw new IllegalStateException("too deep");
        }
        next();
        put(sign);
        levels = levels << 1 | bit;
        another = false;
        return this;
    }

    public JsonWriter end() {
        if (levels == 1) {
            throw new IllegalStateException("nothing has begun");
        }
        room(1);
        put((levels & 1) == 1 ? '}' : ']');
        levels >>>= 1;
        another = true;
        return this;
    }

    public JsonWriter name(String name) {
        quoted(name);
        room(1);
        put(':');
        another = false;
        return this;
    }

    public JsonWriter value(String text) {
        return quoted(text);
    }

    public JsonWriter value(boolean flag) {
        return plain(flag ? "true" : "false");
    }

    public JsonWriter value(long number) {
        return plain(Long.toString(number));
    }

    /** What is no number for JSON is written as nothing. */
    public JsonWriter value(double number) {
        if (!Double.isFinite(number)) {
            return nothing();
        }
        return number == Math.rint(number) && Math.abs(number) < Json.LARGEST_WHOLE ? value((long) number) : plain(Double.toString(number));
    }

    /** "2026-11-21T10:00:00.123Z". */
    public JsonWriter value(Instant moment) {
        var at = LocalDateTime.ofEpochSecond(moment.getEpochSecond(), moment.getNano(), ZoneOffset.UTC);
        next();
        put('"');
        digits(at.getYear(), 1000, '-');
        digits(at.getMonthValue(), 10, '-');
        digits(at.getDayOfMonth(), 10, 'T');
        digits(at.getHour(), 10, ':');
        digits(at.getMinute(), 10, ':');
        digits(at.getSecond(), 10, '.');
        digits(at.getNano() / 1_000_000, 100, 'Z');
        put('"');
        return this;
    }

    /** {@code null}. */
    public JsonWriter nothing() {
        return plain("null");
    }

    public JsonWriter field(String name, String text) {
        return name(name).value(text);
    }

    public JsonWriter field(String name, boolean flag) {
        return name(name).value(flag);
    }

    public JsonWriter field(String name, long number) {
        return name(name).value(number);
    }

    public JsonWriter field(String name, double number) {
        return name(name).value(number);
    }

    public JsonWriter field(String name, Instant moment) {
        return name(name).value(moment);
    }

    /** Forgets what was written; the room stays. */
    public JsonWriter clear() {
        size = 0;
        another = false;
        levels = 1;
        return this;
    }

    public byte[] bytes() {
        return Arrays.copyOf(buffer, size);
    }

    @Override
    public String toString() {
        return new String(buffer, 0, size, StandardCharsets.UTF_8);
    }

    private JsonWriter quoted(String text) {
        next();
        put('"');
        // Room for all of it where it is plain; a character that takes more makes its own.
        room(text.length() + 1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (plain(c)) {
                room(1);
                put(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                wide(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                odd(c);
            }
        }
        room(1);
        put('"');
        return this;
    }

    private static boolean plain(char c) {
        return c >= ' ' && c < 0x7f && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&' && c != '\'';
    }

    private void odd(char c) {
        switch (c) {
            case '"', '\\' -> escape(c);
            case '\n' -> escape('n');
            case '\r' -> escape('r');
            case '\t' -> escape('t');
            default -> {
                boolean readable = c > 0x9f && !Character.isSurrogate(c) && c != 0x2028 && c != 0x2029;
                if (readable) {
                    wide(c);
                } else {
                    unit(Character.isSurrogate(c) ? 0xfffd : c);
                }
            }
        }
    }

    private void escape(char c) {
        room(2);
        put('\\');
        put(c);
    }

    private void unit(int unit) {
        room(LONGEST_UNIT);
        put('\\');
        put('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            buffer[size++] = HEX[unit >> shift & 0xf];
        }
    }

    /** A character that takes several bytes of UTF-8. */
    private void wide(int c) {
        room(4);
        if (c < 0x800) {
            byteOf(0xc0 | c >> 6);
        } else if (c < 0x10000) {
            byteOf(0xe0 | c >> 12);
            byteOf(0x80 | c >> 6 & 0x3f);
        } else {
            byteOf(0xf0 | c >> 18);
            byteOf(0x80 | c >> 12 & 0x3f);
            byteOf(0x80 | c >> 6 & 0x3f);
        }
        byteOf(0x80 | c & 0x3f);
    }

    private JsonWriter plain(String ascii) {
        next();
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            put(ascii.charAt(i));
        }
        return this;
    }

    private void digits(int number, int first, char after) {
        room(5);
        for (int place = first; place > 0; place /= 10) {
            put((char) ('0' + number / place % 10));
        }
        put(after);
    }

    private void next() {
        room(2);
        if (another) {
            put(',');
        }
        another = true;
    }

    private void room(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }

    private void put(char ascii) {
        buffer[size++] = (byte) ascii;
    }

    private void byteOf(int value) {
        buffer[size++] = (byte) value;
    }
}
