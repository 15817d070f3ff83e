package jmonit.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Something happened to a service. Carries all an alert needs, so that it outlives a reload. {@code action} is the word for what is done about
 * it: "alert", "restart".
 */
public record Event(Instant at, String service, String type, EventKind kind, Side side, String because, String action, Origin origin,
        Audience audience) {

    /** For whoever is usually told. */
    public Event(Instant at, String service, String type, EventKind kind, Side side, String because, String action, Origin origin) {
        this(at, service, type, kind, side, because, action, origin, Audience.USUAL);
    }

    public Event because(String words) {
        return new Event(at, service, type, kind, side, words, action, origin, audience);
    }

    /** Of a rule that stands there. */
    public Event from(Origin rule) {
        return new Event(at, service, type, kind, side, because, action, rule, audience);
    }

    public Event at(Instant moment) {
        return new Event(moment, service, type, kind, side, because, action, origin, audience);
    }

    public Event to(Audience others) {
        return new Event(at, service, type, kind, side, because, action, origin, others);
    }

    /** Whether both are about the same thing, that may fail and succeed. */
    public boolean concerns(Event other) {
        return service.equals(other.service) && kind == other.kind && (origin.equals(other.origin) || kind == EventKind.TIMEOUT);
    }

    /** Names it among all events of this daemon: microseconds since 1970. */
    public long id() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    public enum Side {
        FAILED, SUCCEEDED, CHANGED, UNCHANGED
    }
}
