package jmonit.model;

import java.time.Instant;

/**
 * Something happened to a service. Carries all an alert needs, so that it outlives a reload. {@code action} is the word for what is done about
 * it: "alert", "restart".
 */
public record Event(Instant at, String service, String type, EventKind kind, Side side, String because, String action, Origin origin) {

    public enum Side {
        FAILED, SUCCEEDED, CHANGED, UNCHANGED
    }
}
