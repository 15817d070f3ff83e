package jmonit.history;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntUnaryOperator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.os.Archive;
import jmonit.os.Archives;

/**
 * The file as the recorder writes it. Opened for each step, some microseconds in 20 seconds: so a file that was removed or
 * replaced is noticed, and nothing that happened to an open file lasts. Never forced to the disk: what a fall of the machine
 * tears has a wrong checksum.
 */
final class Depot {

    private static final Logger LOG = LoggerFactory.getLogger(Depot.class);

    private final Archives archives;
    private final String path;
    private final Index index = new Index();
    private volatile Layout layout = Layout.NOTHING;

    /** What is done while the file is open. */
    interface Work {
        void with(Archive file) throws IOException;
    }

    Depot(Archives archives, String path) {
        this.archives = archives;
        this.path = path;
    }

    Layout layout() {
        return layout;
    }

    void prepare() throws IOException {
        Optional<Archive> found = archives.open(path);
        (found.isPresent() ? found.get() : archives.create(path)).close();
    }

    /** What was kept before. A file that cannot be used is set aside, for it may be a later version's. */
    List<Slot> load() throws IOException {
        Optional<Archive> found = archives.open(path);
        if (found.isEmpty()) {
            return List.of();
        }
        try (var file = found.get()) {
            if (Layout.blank(file)) {
                return List.of();
            }
            Layout told = Layout.read(file).orElse(Layout.NOTHING);
            Optional<List<Slot>> slots = index.read(file, told);
            if (slots.isPresent()) {
                layout = told;
                return slots.get();
            }
        }
        setAside();
        return List.of();
    }

    private void setAside() throws IOException {
        String aside = path + ".unusable";
        archives.rename(path, aside);
        LOG.warn("The history begins anew -- {} holds none that this version can read; it is kept as {}", path, aside);
    }

    /** The index goes first where it changed: a place must have its name before it has values. */
    void write(Register register, Work work) throws IOException {
        if (layout.capacity() == 0) {
            return;
        }
        try (var file = ours(register)) {
            if (register.changed()) {
                index.write(file, layout, register.slots());
                register.changed(false);
            }
            work.with(file);
        }
    }

    private Archive ours(Register register) throws IOException {
        Optional<Archive> found = archives.open(path);
        if (found.isPresent()) {
            if (isOurs(found.get())) {
                return found.get();
            }
            setAside();
        }
        return create(layout, register.slots(), _ -> { });
    }

    /** Closes what is not. */
    private boolean isOurs(Archive file) throws IOException {
        boolean ours = false;
        try {
            ours = Layout.read(file).equals(Optional.of(layout));
            return ours;
        } finally {
            if (!ours) {
                file.close();
            }
        }
    }

    /** Gives the file another size. {@code slots} has one for each place; {@code origin} tells which place it had, negative for none. */
    void rebuild(List<Slot> slots, IntUnaryOperator origin) throws IOException {
        long born = layout.capacity() == 0 ? ThreadLocalRandom.current().nextLong() : layout.born();
        var next = new Layout(born, slots.size());
        create(next, slots, to -> copy(to, next, origin)).close();
        layout = next;
    }

    private Archive create(Layout next, List<Slot> slots, Work more) throws IOException {
        Optional<Archive> found = archives.open(path);
        if (found.isEmpty()) {
            return aside(next, slots, more);
        }
        boolean blank = Layout.blank(found.get());
        if (blank) {
            return filled(found.get(), next, slots, more);
        }
        found.get().close();
        return aside(next, slots, more);
    }

    /** In its place, so that its folder does not change; with the head last, for without one it is still blank. */
    private Archive filled(Archive file, Layout next, List<Slot> slots, Work more) throws IOException {
        boolean done = false;
        try {
            index.begin(file, next, slots);
            more.with(file);
            next.write(file);
            done = true;
            return file;
        } finally {
            if (!done) {
                file.close();
            }
        }
    }

    /** Renamed when it is whole, so that there is never half of one. */
    private Archive aside(Layout next, List<Slot> slots, Work more) throws IOException {
        String aside = path + ".new";
        Archive file = archives.create(aside);
        boolean done = false;
        try {
            next.write(file);
            index.begin(file, next, slots);
            more.with(file);
            archives.rename(aside, path);
            done = true;
            return file;
        } finally {
            if (!done) {
                file.close();
                archives.remove(aside);
            }
        }
    }

    private void copy(Archive to, Layout next, IntUnaryOperator origin) throws IOException {
        Optional<Archive> found = archives.open(path);
        if (found.isEmpty()) {
            return;
        }
        try (var from = found.get()) {
            if (!Layout.read(from).equals(Optional.of(layout))) {
                return;
            }
            for (Range range : Range.values()) {
                for (int place = 0; place < range.points(); place++) {
                    Optional<Column> column = Column.read(from, layout, range, place);
                    if (column.isPresent()) {
                        column.get().write(to, next, range, origin);
                    }
                }
            }
        }
    }
}
