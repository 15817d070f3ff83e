package jmonit.protocol;

import java.io.IOException;
import java.net.IDN;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import jmonit.model.Connection;

/** When a domain ends, held against what a rule wants to be left. */
record Expiry(String domain, Instant end) {

    void check(Connection connection, InstantSource clock) throws IOException {
        var days = clock.instant().until(end, ChronoUnit.DAYS);
        var wanted = Long.parseLong(connection.speech().setting("valid").orElse("0"));
        if (days < wanted || end.isBefore(clock.instant())) {
            throw new IOException("domain expiry in " + days + " days matches check limit [valid > " + wanted + " days] (" + domain + " ends on "
                    + end.atOffset(ZoneOffset.UTC).toLocalDate() + ")");
        }
    }

    /** The domain a rule asks about, which becomes part of a question: it holds the letters of names and no others. */
    static String domain(Connection connection) throws IOException {
        var domain = connection.speech().setting("domain").orElse("example.com");
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            throw new IOException(Shown.line(domain) + " is no domain", e);
        }
    }
}
