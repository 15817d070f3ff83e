package jmonit.protocol;

import java.io.IOException;
import java.time.InstantSource;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** A registry by the old protocol: a name, then text for people in which one line tells until when the name is registered. */
final class WhoisConversation implements Conversation {

    private static final int LONGEST_LINE = 1024;
    private static final int MOST_LINES = 2000;

    private final InstantSource clock;

    WhoisConversation(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var domain = Expiry.domain(connection);
        var talk = Talk.over(wire, connection);
        talk.say(domain + "\r\n");
        var first = "";
        for (var count = 0; count < MOST_LINES && talk.more(); count++) {
            var line = Phase.of("WHOIS: error receiving data", () -> talk.line(LONGEST_LINE));
            var end = WhoisDate.in(line);
            if (end.isPresent()) {
                new Expiry(domain, end.get()).check(connection, clock);
                return;
            }
            first = first.isEmpty() && !line.startsWith("%") && !line.startsWith("#") ? line.strip() : first;
        }
        throw new IOException("WHOIS: the answer does not tell when " + domain + " ends -- "
                + (first.isEmpty() ? "it says nothing" : "it begins with: " + Shown.line(first)));
    }
}
