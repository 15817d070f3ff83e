package jmonit.channel;

import java.time.Duration;

/**
 * Something to deliver, and when to try next. Parcels about the same go one after the other.
 *
 * @param what tells it from others with the same note
 * @param place in the line; what was not taken keeps it
 */
record Parcel<T>(Note note, T what, String about, long place, int attempts, Duration due, Fate fate) {

    /**
     * Whether it is the parcel that is not taken, or nothing at all is.
     *
     * @param successes how many others had been taken when it was last refused
     * @param alone how often it was refused while others were taken
     */
    record Fate(long successes, int alone) {

        static final Fate NONE = new Fate(0, 0);
    }

    Parcel(Note note, T what, String about) {
        this(note, what, about, 0, 0, Duration.ZERO, Fate.NONE);
    }

    Parcel<T> at(long where) {
        return new Parcel<>(note, what, about, where, attempts, due, fate);
    }

    Parcel<T> later(Duration moment) {
        return new Parcel<>(note, what, about, place, attempts + 1, moment, fate);
    }

    /** {@code successes} is how many others have been taken by now. */
    Parcel<T> refused(long successes, Duration moment) {
        boolean others = attempts > 0 && successes > fate.successes();
        return new Parcel<>(note, what, about, place, attempts + 1, moment, new Fate(successes, fate.alone() + (others ? 1 : 0)));
    }
}
