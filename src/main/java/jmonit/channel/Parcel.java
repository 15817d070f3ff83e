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
     * @param times how often it was refused
     * @param alone how often while others were taken
     */
    record Fate(long successes, int times, int alone) {

        static final Fate NONE = new Fate(0, 0, 0);

        Fate refused(long others) {
            return new Fate(others, times + 1, alone + (times > 0 && others > successes ? 1 : 0));
        }
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
        return new Parcel<>(note, what, about, place, attempts + 1, moment, fate.refused(successes));
    }
}
