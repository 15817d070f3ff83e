package jmonit.model;

import java.time.Duration;
import java.util.List;

/** A collector that wants to hear from us. */
public record MMonit(Url url, Tls tls, Duration timeout, boolean registersCredentials, List<String> hostGroups) {

    public MMonit {
        hostGroups = List.copyOf(hostGroups);
    }
}
