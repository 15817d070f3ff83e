package jmonit.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.model.Service;
import jmonit.model.Snapshot;

/** Takes down what is measured, step by step. One thread; where the series of a service lie may be asked by any. */
final class Recorder {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final int STEPS_BETWEEN_INDEXES = 12;

    private final Depot depot;
    private final Labels labels;
    private final Register register;
    private final Kinds kinds;
    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();
    private final Trouble noRoom = new Trouble("New series are not kept in the history", "New series are kept in the history again");
    private volatile long now;
    /** A file that could not be made larger is tried again in the next step of the day, for that means to copy it. */
    private long refused = Long.MIN_VALUE;
    private boolean full;
    /** A step could not be written, and perhaps one of the day with it. */
    private boolean behind;
    private long days;

    /** Something measured that has no place yet. */
    private record Newcomer(Service service, Kind kind, double value) {
    }

    private Recorder(Depot depot, Labels labels, Register register, long now) {
        this.depot = depot;
        this.labels = labels;
        this.kinds = new Kinds(labels);
        this.register = register;
        this.now = now;
    }

    /** Goes on with what is on disk. */
    static Recorder begun(Depot depot, Labels labels, long now) throws IOException {
        var register = new Register(depot.load());
        var recorder = new Recorder(depot, labels, packed(depot, register), now);
        recorder.register.bornBy(now);
        depot.write(recorder.register, file -> new Fold(file, depot.layout(), recorder.register.slots()).mend(now));
        return recorder;
    }

    /** A file much larger than what it still holds is made smaller; only at the beginning, when nobody reads yet. */
    private static Register packed(Depot depot, Register register) {
        int enough = Layout.roomFor(register.used());
        if (depot.layout().capacity() <= 2 * enough) {
            return register;
        }
        var used = register.slots().stream().filter(s -> !s.free()).toList();
        var slots = new ArrayList<Slot>();
        used.forEach(s -> slots.add(s.at(slots.size())));
        var packed = new Register(slots);
        packed.widen(enough);
        try {
            depot.rebuild(packed.slots(), place -> place < used.size() ? used.get(place).place() : -1);
            return packed;
        } catch (IOException e) {
            // It serves as it is.
            LOG.debug("The history is not made smaller -- {}", e.getMessage());
            return register;
        }
    }

    /** The step that is being measured; nothing of it can be read yet. */
    long now() {
        return now;
    }

    Optional<Shelf> shelf(String service) {
        return Optional.ofNullable(shelves.get(service));
    }

    /** Whether something was written, so that all seems well. */
    boolean record(Snapshot snapshot) throws IOException {
        long step = Range.HOUR.stepOf(snapshot.at());
        boolean over = step != now;
        try {
            if (over) {
                turn(step);
            }
        } finally {
            now = step;
            measure(snapshot);
        }
        return over;
    }

    private void measure(Snapshot snapshot) {
        var newcomers = new ArrayList<Newcomer>();
        for (Snapshot.View view : snapshot.services()) {
            if (Kinds.current(view) && !view.seen().isEmpty()) {
                measure(view, newcomers);
            }
        }
        claim(newcomers);
    }

    private void measure(Snapshot.View view, Collection<Newcomer> newcomers) {
        var service = view.service();
        var shelf = shelfOf(service);
        kinds.measured(view.seen().getFirst(), shelf.responses(), (kind, value) -> shelf.find(kind.id()).ifPresentOrElse(
                kept -> kept.slot().add(value), () -> newcomers.add(new Newcomer(service, kind, value))));
    }

    private Shelf shelfOf(Service service) {
        var known = shelves.get(service.name());
        if (known != null && known.service() == service) {
            return known;
        }
        var shelf = Shelf.of(service, labels);
        var filled = known == null ? shelf : shelf.of(known);
        shelves.put(service.name(), filled);
        return filled;
    }

    private void claim(List<Newcomer> newcomers) {
        if (newcomers.isEmpty()) {
            return;
        }
        var marks = newcomers.stream().map(n -> Mark.of(n.service().name(), n.kind().id())).toList();
        widen((int) marks.stream().filter(m -> register.find(m).isEmpty()).count());
        var claimed = new HashMap<String, List<Kept>>();
        for (int i = 0; i < marks.size(); i++) {
            var newcomer = newcomers.get(i);
            placeFor(marks.get(i), newcomer).ifPresent(slot -> {
                slot.add(newcomer.value());
                claimed.computeIfAbsent(newcomer.service().name(), _ -> new ArrayList<>()).add(new Kept(newcomer.kind(), slot));
            });
        }
        claimed.forEach((service, kept) -> shelves.computeIfPresent(service, (_, shelf) -> shelf.with(kept)));
    }

    private Optional<Slot> placeFor(Mark mark, Newcomer newcomer) {
        var slot = register.find(mark);
        if (slot.isEmpty() && register.room() > 0) {
            return Optional.of(register.take(mark, now));
        }
        if (slot.isEmpty() && register.slots().size() >= Layout.MOST && !full) {
            full = true;
            LOG.warn("The history is full with {} series -- {} of '{}' and what else is new is not kept",
                    Layout.MOST, newcomer.kind().id(), newcomer.service().name());
        }
        return slot;
    }

    private void widen(int strangers) {
        int capacity = Layout.roomFor(Math.min(Layout.MOST, register.used() + strangers));
        long day = Range.DAY.stepAround(now);
        if (strangers <= register.room() || capacity <= register.slots().size() || refused == day) {
            return;
        }
        try {
            depot.rebuild(register.widened(capacity), IntUnaryOperator.identity());
            register.widen(capacity);
            noRoom.over();
        } catch (IOException e) {
            refused = day;
            noRoom.met(e);
        }
    }

    private void turn(long next) throws IOException {
        long over = now;
        long day = Range.DAY.stepAround(over);
        boolean dayOver = day != Range.DAY.stepAround(next);
        long[] cells = register.slots().stream().mapToLong(Slot::take).toArray();
        if (dayOver) {
            age();
        }
        if (next < over) {
            register.bornBy(next);
        }
        boolean mend = behind;
        behind = true;
        depot.write(register, file -> {
            new Column(over, cells).write(file, depot.layout(), Range.HOUR, IntUnaryOperator.identity());
            var fold = new Fold(file, depot.layout(), register.slots());
            if (mend) {
                fold.mend(next);
            } else if (dayOver) {
                fold.write(day);
            }
        });
        behind = false;
    }


    private void age() {
        if (register.age()) {
            shelves.replaceAll((_, shelf) -> shelf.only(k -> register.holds(k.slot())));
            shelves.values().removeIf(shelf -> shelf.kept().isEmpty());
        }
        days++;
        if (days % STEPS_BETWEEN_INDEXES == 0) {
            register.changed(true);
        }
    }

    /** What is measured of the step so far. */
    void end() throws IOException {
        register.changed(true);
        turn(now);
    }
}
