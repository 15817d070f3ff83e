package jmonit.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

import jmonit.os.Archive;

/**
 * The smallest part of the file that is whole or not: a checksum, a number that tells what it is of, and the content. No longer than a page
 * of the kernel, so that a column is written page by page.
 */
final class Block {

    static final int HEAD = 16;
    static final int LONGEST = 4096;

    private static final int NUMBER = 8;

    private final byte[] bytes;
    private final ByteBuffer buffer;

    Block(int content) {
        this.bytes = new byte[HEAD + content];
        this.buffer = ByteBuffer.wrap(bytes);
    }

    /** Whether what is there is whole. It may have been in the making, which does not last: then a second look helps. */
    boolean read(Archive file, long position) throws IOException {
        return look(file, position) || buffer.getLong(NUMBER) != 0 && look(file, position);
    }

    private boolean look(Archive file, long position) throws IOException {
        return file.read(bytes, bytes.length, position) == bytes.length && buffer.getInt(0) == checksum(bytes, 0, bytes.length);
    }

    long number() {
        return buffer.getLong(NUMBER);
    }

    long cell(int item) {
        return buffer.getLong(HEAD + item * Cell.BYTES);
    }

    ByteBuffer content() {
        return buffer.duplicate().position(HEAD);
    }

    /** Completes a block that lies among others. */
    static void seal(byte[] bytes, int from, int length, long number) {
        var buffer = ByteBuffer.wrap(bytes);
        buffer.putLong(from + NUMBER, number);
        buffer.putInt(from, checksum(bytes, from, length));
    }

    /** Of all but itself and the four bytes after it, which are zero. */
    private static int checksum(byte[] bytes, int from, int length) {
        var sum = new CRC32C();
        sum.update(bytes, from + NUMBER, length - NUMBER);
        return (int) sum.getValue();
    }
}
