package jmonit.history;

import java.nio.ByteBuffer;

/** A place in every column, and what is measured for it now. The recorder's own; others may read {@code place} and {@code birth}. */
final class Slot {

    static final int BYTES = 24;
    /** In {@link Range#DAY} steps: a day, and an hour more, as how long it is missed is written once an hour. */
    private static final int LONGEST_MISSED = 300;
    private static final int MISSED_BITS = 10;

    private final int place;
    private final Mark mark;
    /** The first step of this series: what is older was somebody else's. */
    private volatile long birth;
    private int missed;
    private boolean seen = true;
    private final Bucket bucket = new Bucket();

    private Slot(int place, Mark mark, long birth, int missed) {
        this.place = place;
        this.mark = mark;
        this.birth = birth;
        this.missed = missed;
    }

    static Slot of(int place, Mark mark, long birth) {
        return new Slot(place, mark, birth, 0);
    }

    static Slot free(int place) {
        return new Slot(place, Mark.NONE, Long.MAX_VALUE, 0);
    }

    static Slot read(int place, ByteBuffer from) {
        var mark = new Mark(from.getLong(), from.getLong());
        long rest = from.getLong();
        return mark.equals(Mark.NONE) ? free(place)
                : new Slot(place, mark, rest >> MISSED_BITS, (int) (rest & (1 << MISSED_BITS) - 1));
    }

    void write(ByteBuffer into) {
        into.putLong(mark.high()).putLong(mark.low()).putLong(free() ? 0 : birth << MISSED_BITS | missed);
    }

    Slot at(int other) {
        return new Slot(other, mark, birth, missed);
    }

    boolean free() {
        return mark.equals(Mark.NONE);
    }

    int place() {
        return place;
    }

    Mark mark() {
        return mark;
    }

    void add(double value) {
        bucket.add(value);
    }

    /** What was measured since it was asked last. */
    long take() {
        seen |= !bucket.empty();
        long cell = bucket.cell();
        bucket.clear();
        return cell;
    }

    /** Whether a step may show something of it, told by the last part of that step. */
    boolean born(long fine) {
        return fine >= birth;
    }

    /** Another step of the day is over; whether the series has been missed for too long. */
    boolean age() {
        missed = seen ? 0 : missed + 1;
        seen = false;
        return !free() && missed > LONGEST_MISSED;
    }

    /** Whether the clock had to be put right: nothing is born in the future. */
    boolean bornBy(long now) {
        boolean late = !free() && birth > now;
        if (late) {
            birth = now;
        }
        return late;
    }
}
