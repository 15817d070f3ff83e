package jmonit.history;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;

import jmonit.os.Archive;
import jmonit.os.Archives;

/** Reads what is on disk, on a handle of its own: it needs no lock and holds nobody up. */
final class Reader {

    private final Archives archives;
    private final String path;

    Reader(Archives archives, String path) {
        this.archives = archives;
        this.path = path;
    }

    /** The steps before {@code end}. From a file that is not the recorder's nothing is taken, or it would be shown under wrong names. */
    void read(long born, Range range, long end, List<? extends Wanted> wanted) throws IOException {
        var found = archives.open(path);
        if (found.isEmpty()) {
            return;
        }
        try (var file = found.get()) {
            var layout = Layout.read(file).orElse(Layout.NOTHING);
            if (layout.born() == born) {
                read(file, layout, range, end, wanted.stream().filter(w -> place(w) < layout.capacity())
                        .sorted(Comparator.comparingInt(Reader::place)).toList());
            }
        }
    }

    private static int place(Wanted wanted) {
        return wanted.kept().slot().place();
    }

    private static void read(Archive file, Layout layout, Range range, long end, List<? extends Wanted> wanted) throws IOException {
        var page = new Page(file, layout.column());
        for (int i = 0; i < range.points(); i++) {
            long step = end - range.points() + i;
            page.turn(layout.columnAt(range, step), step);
            long last = step * range.parts() + range.parts() - 1;
            for (Wanted one : wanted) {
                long cell = page.cell(place(one));
                if (Cell.holds(cell) && one.kept().slot().born(last)) {
                    one.take(i, cell);
                }
            }
        }
    }

    /** The block of a column that was read last. */
    private static final class Page {

        private static final int NONE = -1;

        private final Archive file;
        private final Strip strip;
        private final Block block;
        private long position;
        private long step;
        private int current = NONE;
        private boolean whole;

        Page(Archive file, Strip strip) {
            this.file = file;
            this.strip = strip;
            this.block = strip.block();
        }

        void turn(long column, long number) {
            position = column;
            step = number;
            current = NONE;
        }

        long cell(int place) throws IOException {
            int b = place / strip.perBlock();
            if (b != current) {
                whole = block.read(file, position + strip.offset(b)) && block.number() == step;
                current = b;
            }
            return whole ? block.cell(place % strip.perBlock()) : Cell.GAP;
        }
    }
}
