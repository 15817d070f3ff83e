package jmonit.protocol;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;

import jmonit.catalog.Conversation;
import jmonit.json.Json;
import jmonit.json.JsonReader;
import jmonit.json.NotJson;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** A registry by the protocol of today: a page of JSON for each name, with the events of its life. */
final class RdapConversation implements Conversation {

    private static final int OK = 200;
    private static final int UNKNOWN = 404;

    private final InstantSource clock;

    RdapConversation(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var domain = Expiry.domain(connection);
        var path = connection.speech().setting("path").orElse("/").replaceFirst("/$", "") + "/domain/" + domain;
        var answer = HttpAnswer.to(Talk.over(wire, connection), new HttpRequest(connection, path).text(false), "RDAP: error receiving data");
        if (answer.status() != OK) {
            throw new IOException(answer.status() == UNKNOWN ? "RDAP: the server does not know " + domain
                    : "RDAP: the server returned status " + answer.status());
        }
        new Expiry(domain, end(domain, answer.withHeaders().smallPage())).check(connection, clock);
    }

    private static Instant end(String domain, byte[] page) throws IOException {
        for (var event : read(page).at("events").items()) {
            if (event.at("eventAction").text().filter("expiration"::equals).isPresent()) {
                return moment(event.at("eventDate").text().orElse(""));
            }
        }
        throw new IOException("RDAP: the answer does not tell when " + domain + " ends");
    }

    private static Json read(byte[] page) throws IOException {
        try {
            return JsonReader.read(page, JsonReader.Bounds.SMALL);
        } catch (NotJson e) {
            throw new IOException("RDAP: the answer is not JSON -- " + e.getMessage(), e);
        }
    }

    private static Instant moment(String text) throws IOException {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IOException("RDAP: " + Shown.line(text) + " is no time", e);
        }
    }
}
