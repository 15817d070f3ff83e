package jmonit.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jmonit.os.Archive;

/** Which place belongs to which series, on disk: written in turns at two places, of which the newer whole one counts. */
final class Index {

    private static final long FIRST = 2;

    private long turn = FIRST;

    void write(Archive file, Layout layout, List<Slot> slots) throws IOException {
        write(file, layout, slots, turn + 1);
        turn++;
    }

    /** The only one of a new file, which may yet come to nothing. */
    void begin(Archive file, Layout layout, List<Slot> slots) throws IOException {
        write(file, layout, slots, turn);
    }

    private static void write(Archive file, Layout layout, List<Slot> slots, long number) throws IOException {
        layout.index().write(file, layout.indexAt(number), number, (item, into) -> slots.get(item).write(into));
    }

    /** Empty where neither is whole. */
    Optional<List<Slot>> read(Archive file, Layout layout) throws IOException {
        long newest = Math.max(number(file, layout, 0), number(file, layout, 1));
        if (newest == 0) {
            return Optional.empty();
        }
        turn = newest;
        return Optional.of(slots(file, layout));
    }

    /** Zero for a copy that is not whole. */
    private static long number(Archive file, Layout layout, int copy) throws IOException {
        var strip = layout.index();
        var block = strip.block();
        long number = 0;
        for (int b = 0; b < strip.blocks(); b++) {
            if (!block.read(file, layout.indexAt(copy) + strip.offset(b)) || b > 0 && block.number() != number) {
                return 0;
            }
            number = block.number();
        }
        return (number & 1) == copy ? number : 0;
    }

    private List<Slot> slots(Archive file, Layout layout) throws IOException {
        var strip = layout.index();
        var block = strip.block();
        var slots = new ArrayList<Slot>(layout.capacity());
        for (int b = 0; b < strip.blocks(); b++) {
            block.read(file, layout.indexAt(turn) + strip.offset(b));
            var content = block.content();
            for (int i = 0; i < strip.perBlock() && slots.size() < layout.capacity(); i++) {
                slots.add(Slot.read(slots.size(), content));
            }
        }
        return slots;
    }
}
