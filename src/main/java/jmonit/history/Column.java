package jmonit.history;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntUnaryOperator;

import jmonit.os.Archive;

/** One step of all series, read as a whole; what is not whole, or is left of an earlier round of the ring, is a gap. */
record Column(long step, long[] cells) {

    /** The column at a place of a ring; empty where nothing was written. */
    static Optional<Column> read(Archive file, Layout layout, Range range, int place) throws IOException {
        var step = step(file, layout, range, place);
        return step.isEmpty() ? Optional.empty() : Optional.of(new Column(step.getAsLong(), cells(file, layout, range, step.getAsLong())));
    }

    private static long[] cells(Archive file, Layout layout, Range range, long step) throws IOException {
        var strip = layout.column();
        var cells = new long[strip.blocks() * strip.perBlock()];
        var block = strip.block();
        for (int b = 0; b < strip.blocks(); b++) {
            if (block.read(file, layout.columnAt(range, step) + strip.offset(b)) && block.number() == step) {
                block.content().asLongBuffer().get(cells, b * strip.perBlock(), strip.perBlock());
            }
        }
        return cells;
    }

    /** The step that was written last at a place of a ring, if only by half. */
    static OptionalLong step(Archive file, Layout layout, Range range, int place) throws IOException {
        var strip = layout.column();
        var block = strip.block();
        var newest = OptionalLong.empty();
        for (int b = 0; b < strip.blocks(); b++) {
            if (block.read(file, layout.columnAt(range, place) + strip.offset(b)) && range.placeOf(block.number()) == place) {
                newest = OptionalLong.of(Math.max(block.number(), newest.orElse(Long.MIN_VALUE)));
            }
        }
        return newest;
    }

    /** Writes it elsewhere, with the series in another order. */
    void write(Archive file, Layout other, Range range, IntUnaryOperator origin) throws IOException {
        other.column().write(file, other.columnAt(range, step), step, (item, into) -> into.putLong(at(origin.applyAsInt(item))));
    }

    private long at(int place) {
        return place >= 0 && place < cells.length ? cells[place] : Cell.GAP;
    }

    /** Whether all of a certain step is there. */
    static boolean whole(Archive file, Layout layout, Range range, long step) throws IOException {
        var strip = layout.column();
        var block = strip.block();
        for (int b = 0; b < strip.blocks(); b++) {
            if (!block.read(file, layout.columnAt(range, step) + strip.offset(b)) || block.number() != step) {
                return false;
            }
        }
        return true;
    }
}
