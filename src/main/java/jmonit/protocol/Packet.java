package jmonit.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes that are put together to be sent, numbers in the order of networks. */
final class Packet {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Packet u8(int number) {
        bytes.write(number);
        return this;
    }

    Packet u16(int number) {
        return u8(number >>> 8).u8(number);
    }

    Packet u32(int number) {
        return u16(number >>> 16).u16(number);
    }

    /** The lowest byte first, in so many bytes. */
    Packet little(long number, int size) {
        for (var i = 0; i < size; i++) {
            u8((int) (number >>> 8 * i));
        }
        return this;
    }

    Packet put(byte... some) {
        bytes.writeBytes(some);
        return this;
    }

    Packet put(Packet other) {
        return put(other.bytes());
    }

    Packet text(String text) {
        return put(utf8(text));
    }

    /** A text and the zero byte that ends it. */
    Packet ended(String text) {
        return text(text).u8(0);
    }

    /** A text with its length in two bytes before it. */
    Packet counted(String text) {
        return u16(utf8(text).length).text(text);
    }

    int size() {
        return bytes.size();
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
