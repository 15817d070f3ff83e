package jmonit.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

import jmonit.os.Archive;

/**
 * What lies where in the file: a head, the index twice, and for each range its ring of columns. A column holds one step of all
 * series, so that recording a step is one write of whole pages however many series there are; to show a series costs one read
 * for each point, some microseconds each, and happens only where somebody looks. {@code born} tells this file from every other.
 */
record Layout(long born, int capacity) {

    static final Layout NOTHING = new Layout(0, 0);
    /** 32 whole blocks; with all of them the file has 60 MiB. */
    static final int MOST = 16320;

    private static final long MAGIC = 0x6a6d6f6e48697374L;
    private static final long VERSION = 1;
    private static final int HEAD_CONTENT = 48;
    private static final int FULL_BLOCK = (Block.LONGEST - Block.HEAD) / Cell.BYTES;
    private static final int FEWEST = 8;

    /** Room for so many series and a few more, but never twice as many. */
    static int roomFor(int series) {
        if (series <= FULL_BLOCK) {
            return Math.min(FULL_BLOCK, Math.ceilDiv(series + series / 4, FEWEST) * FEWEST);
        }
        return Math.min(MOST, Math.ceilDiv(series + series / 4, FULL_BLOCK) * FULL_BLOCK);
    }

    Strip index() {
        return new Strip(capacity, Slot.BYTES);
    }

    Strip column() {
        return new Strip(capacity, Cell.BYTES);
    }

    /** Written in turns, so that there is always a whole one. */
    long indexAt(long turn) {
        return Block.LONGEST + (turn & 1) * index().bytes();
    }

    long columnAt(Range range, long step) {
        long first = indexAt(0) + 2 * index().bytes();
        long earlier = switch (range) {
            case HOUR -> 0;
            case DAY -> Range.HOUR.points();
        };
        return first + (earlier + range.placeOf(step)) * column().bytes();
    }

    void write(Archive file) throws IOException {
        new Strip(1, HEAD_CONTENT).write(file, 0, MAGIC, (_, into) -> head(into));
    }

    private void head(ByteBuffer into) {
        into.putLong(VERSION).putLong(born).putLong(capacity);
        for (Range range : Range.values()) {
            into.putInt((int) range.step().toSeconds()).putInt(range.points());
        }
    }

    /** Whether nothing was ever made of the file. */
    static boolean blank(Archive file) throws IOException {
        byte[] head = new byte[Block.HEAD];
        int length = file.read(head, head.length, 0);
        return Arrays.mismatch(head, 0, length, new byte[length], 0, length) < 0;
    }

    /** Empty for what is no history, or one of another version. */
    static Optional<Layout> read(Archive file) throws IOException {
        var block = new Block(HEAD_CONTENT);
        if (!block.read(file, 0) || block.number() != MAGIC) {
            return Optional.empty();
        }
        var head = block.content();
        head.getLong();
        var layout = new Layout(head.getLong(), (int) Math.clamp(head.getLong(), 0, MOST));
        return layout.told(block) ? Optional.of(layout) : Optional.empty();
    }

    private boolean told(Block block) {
        var expected = ByteBuffer.allocate(HEAD_CONTENT);
        head(expected);
        return block.content().equals(expected.rewind());
    }
}
