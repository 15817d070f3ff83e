package jmonit.regex;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The bytes of a pattern and how far the parser has read; owned by one parse. */
final class PatternText {
    private final byte[] bytes;
    private final boolean ignoreCase;
    private int position;

    PatternText(String pattern, boolean ignoreCase) {
        this.bytes = pattern.getBytes(UTF_8);
        this.ignoreCase = ignoreCase;
    }

    int position() {
        return position;
    }

    boolean atEnd() {
        return position == bytes.length;
    }

    boolean sees(char expected) {
        return seesAt(0, expected);
    }

    boolean seesAt(int ahead, char expected) {
        return position + ahead < bytes.length && bytes[position + ahead] == expected;
    }

    boolean seesOneOf(String expected) {
        return !atEnd() && expected.indexOf(bytes[position]) >= 0;
    }

    boolean skip(char expected) {
        boolean seen = sees(expected);
        if (seen) {
            position++;
        }
        return seen;
    }

    void skip(int count) {
        position += count;
    }

    /** The next byte, in upper case if case does not matter. */
    int next() {
        int value = nextAsWritten();
        return ignoreCase ? CharacterClass.upper(value) : value;
    }

    int nextAsWritten() {
        return bytes[position++] & 0xFF;
    }

    /** The index in the pattern of the character that holds the byte at this position. */
    int offsetOf(int bytePosition) {
        int first = bytePosition;
        while (first < bytes.length && continues(bytes[first])) {
            first--;
        }
        return new String(bytes, 0, first, UTF_8).length();
    }

    private static boolean continues(byte value) {
        return (value & 0xC0) == 0x80;
    }
}
