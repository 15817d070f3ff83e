package jmonit.model;

import java.time.Instant;

/** Somebody knows that a service fails and looks after it: of what failed until {@code at} nobody needs to be reminded. */
public record Acknowledgement(Instant at, Silence.Remark remark) {

    public boolean covers(Instant since) {
        return !since.isAfter(at);
    }
}
