package jmonit.model;

import java.time.Duration;

/** A connection test: where to, how encrypted, which protocol with which options. */
public record Connection(Endpoint endpoint, Tls tls, Speech speech, ResponseTime response, Duration timeout, int retry) {

    Connection with(Tls other) {
        return new Connection(endpoint, other, speech, response, timeout, retry);
    }
}
