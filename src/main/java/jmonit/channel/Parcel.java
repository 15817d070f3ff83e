package jmonit.channel;

import java.time.Duration;

/**
 * Something to deliver, and when to try next. Parcels about the same go one after the other.
 *
 * @param what tells it from others with the same note
 */
record Parcel<T>(Note note, T what, String about, int attempts, Duration due) {

    Parcel(Note note, T what, String about) {
        this(note, what, about, 0, Duration.ZERO);
    }

    Parcel<T> later(Duration moment) {
        return new Parcel<>(note, what, about, attempts + 1, moment);
    }
}
