package jmonit.history;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which place in the columns belongs to which series. The recorder's own. */
final class Register {

    private final List<Slot> slots;
    private final BitSet free = new BitSet();
    private final Map<Mark, Slot> taken = new HashMap<>();
    private boolean changed;

    Register(List<Slot> slots) {
        this.slots = new ArrayList<>(slots);
        slots.forEach(this::enter);
    }

    private void enter(Slot slot) {
        if (slot.free()) {
            free.set(slot.place());
        } else {
            taken.put(slot.mark(), slot);
        }
    }

    List<Slot> slots() {
        return slots;
    }

    int used() {
        return taken.size();
    }

    int room() {
        return free.cardinality();
    }

    Optional<Slot> find(Mark mark) {
        return Optional.ofNullable(taken.get(mark));
    }

    /** There must be room. */
    Slot take(Mark mark, long birth) {
        var slot = Slot.of(free.nextSetBit(0), mark, birth);
        free.clear(slot.place());
        slots.set(slot.place(), slot);
        taken.put(mark, slot);
        changed = true;
        return slot;
    }

    void widen(int capacity) {
        free.set(slots.size(), capacity);
        slots.addAll(more(capacity));
    }

    /** What it will hold once it is widened. */
    List<Slot> widened(int capacity) {
        return Stream.concat(slots.stream(), more(capacity).stream()).toList();
    }

    private List<Slot> more(int capacity) {
        return IntStream.range(slots.size(), capacity).mapToObj(Slot::free).toList();
    }

    /** Another step of the day is over: who has been missed for too long loses the place. Whether there were any. */
    boolean age() {
        var gone = slots.stream().filter(Slot::age).toList();
        gone.forEach(this::release);
        return !gone.isEmpty();
    }

    private void release(Slot slot) {
        taken.remove(slot.mark());
        slots.set(slot.place(), Slot.free(slot.place()));
        free.set(slot.place());
        changed = true;
    }

    boolean holds(Slot slot) {
        return find(slot.mark()).filter(other -> other == slot).isPresent();
    }

    /** The clock went back. */
    void bornBy(long now) {
        slots.forEach(slot -> changed |= slot.bornBy(now));
    }

    boolean changed() {
        return changed;
    }

    void changed(boolean yes) {
        changed = yes;
    }
}
