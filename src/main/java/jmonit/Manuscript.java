package jmonit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text as the bytes it is sent as. A document of a thousand services is too large for the young part of the heap: each copy of it is garbage
 * that stays until a full collection, so it is not written as characters first, and can be written on again. One thread.
 */
final class Manuscript implements Appendable {

    private byte[] bytes = new byte[4096];
    private int length;
    /** The first half of a character that has two, until the other comes; 0 is none. */
    private char half;

    @Override
    public Manuscript append(CharSequence text) {
        return put(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Manuscript append(CharSequence text, int start, int end) {
        return append(text.subSequence(start, end));
    }

    @Override
    public Manuscript append(char letter) {
        if (letter < 0x80) {
            room(1);
            bytes[length++] = (byte) letter;
            return this;
        }
        return beyondAscii(letter);
    }

    private Manuscript beyondAscii(char letter) {
        if (Character.isHighSurrogate(letter)) {
            half = letter;
            return this;
        }
        String whole = half != 0 && Character.isLowSurrogate(letter) ? new String(new char[] {half, letter}) : String.valueOf(letter);
        half = 0;
        return append(whole);
    }

    private Manuscript put(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, length + length / 2));
        }
    }

    Manuscript cleared() {
        length = 0;
        half = 0;
        return this;
    }

    int capacity() {
        return bytes.length;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }
}
