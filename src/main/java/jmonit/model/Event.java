package jmonit.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Something happened to a service. Carries all an alert needs, so that it outlives a reload. {@code action} is the word for what is done about
 * it: "alert", "restart".
 */
public record Event(Instant at, String service, String type, EventKind kind, Side side, String because, String action, Origin origin) {

    public Event because(String words) {
        return new Event(at, service, type, kind, side, words, action, origin);
    }

    public Event at(Instant moment) {
        return new Event(moment, service, type, kind, side, because, action, origin);
    }

    /** Names it among all events of this daemon: microseconds since 1970. */
    public long id() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    public enum Side {
        FAILED, SUCCEEDED, CHANGED, UNCHANGED
    }
}
