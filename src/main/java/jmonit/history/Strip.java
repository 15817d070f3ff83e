package jmonit.history;

import java.io.IOException;
import java.nio.ByteBuffer;

import jmonit.os.Archive;

/** One item for each place, in blocks one after the other: a column of cells, or the index. */
record Strip(int capacity, int width) {

    /** So much is written at once. */
    private static final int PORTION = 16 * Block.LONGEST;

    /** Puts the content of an item where the buffer stands. */
    interface Filler {
        void put(int item, ByteBuffer into) throws IOException;
    }

    int perBlock() {
        return Math.clamp((Block.LONGEST - Block.HEAD) / width, 1, Math.max(1, capacity));
    }

    int blocks() {
        return Math.ceilDiv(capacity, perBlock());
    }

    int blockBytes() {
        return Block.HEAD + perBlock() * width;
    }

    long bytes() {
        return (long) blocks() * blockBytes();
    }

    Block block() {
        return new Block(perBlock() * width);
    }

    /** Where a block lies in the strip. */
    long offset(int block) {
        return (long) block * blockBytes();
    }

    void write(Archive file, long position, long number, Filler filler) throws IOException {
        int most = Math.min(blocks(), PORTION / blockBytes());
        for (int first = 0; first < blocks(); first += most) {
            int count = Math.min(most, blocks() - first);
            byte[] bytes = filled(first, count, number, filler);
            file.write(bytes, bytes.length, position + offset(first));
        }
    }

    private byte[] filled(int first, int count, long number, Filler filler) throws IOException {
        var bytes = new byte[count * blockBytes()];
        var buffer = ByteBuffer.wrap(bytes);
        for (int i = 0; i < count; i++) {
            buffer.position(i * blockBytes() + Block.HEAD);
            int from = (first + i) * perBlock();
            for (int item = from; item < Math.min(from + perBlock(), capacity); item++) {
                filler.put(item, buffer);
            }
            Block.seal(bytes, i * blockBytes(), blockBytes(), number);
        }
        return bytes;
    }
}
