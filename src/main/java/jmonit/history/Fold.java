package jmonit.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import jmonit.os.Archive;

/**
 * Makes a column of the day of the columns of the hour it consists of. So nothing of the day has to be kept in memory, and a kill loses no
 * more of the day than of the hour. Block by block, to need little room.
 */
final class Fold {

    private final Archive file;
    private final Layout layout;
    private final List<Slot> slots;
    private final Strip strip;
    private final Block block;
    private final List<Bucket> buckets;

    Fold(Archive file, Layout layout, List<Slot> slots) {
        this.file = file;
        this.layout = layout;
        this.slots = slots;
        this.strip = layout.column();
        this.block = strip.block();
        this.buckets = Stream.generate(Bucket::new).limit(strip.perBlock()).toList();
    }

    void write(long day) throws IOException {
        strip.write(file, layout.columnAt(Range.DAY, day), day, (item, into) -> put(day, item, into));
    }

    private void put(long day, int item, ByteBuffer into) throws IOException {
        int within = item % strip.perBlock();
        if (within == 0) {
            gather(day, item / strip.perBlock());
        }
        into.putLong(buckets.get(within).cell());
    }

    private void gather(long day, int b) throws IOException {
        buckets.forEach(Bucket::clear);
        long first = day * Range.DAY.parts();
        for (long step = first; step < first + Range.DAY.parts(); step++) {
            if (block.read(file, layout.columnAt(Range.HOUR, step) + strip.offset(b)) && block.number() == step) {
                add(step, b * strip.perBlock());
            }
        }
    }

    private void add(long step, int from) {
        int end = Math.min(buckets.size(), slots.size() - from);
        for (int i = 0; i < end; i++) {
            if (slots.get(from + i).born(step)) {
                buckets.get(i).add(block.cell(i));
            }
        }
    }

    /** Makes up for those that were over, but not written, when jmonit was killed. */
    void mend(long now) throws IOException {
        long today = Range.DAY.stepAround(now);
        var measured = new TreeSet<Long>();
        for (int place = 0; place < Range.HOUR.points(); place++) {
            Column.step(file, layout, Range.HOUR, place).ifPresent(step -> measured.add(Range.DAY.stepAround(step)));
        }
        for (long day : measured.subSet(today - Range.DAY.points(), today)) {
            if (!Column.whole(file, layout, Range.DAY, day)) {
                write(day);
            }
        }
    }
}
