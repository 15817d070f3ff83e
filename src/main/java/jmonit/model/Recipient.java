package jmonit.model;

import java.util.Set;

/** Who is told about what. {@code reminder} is in cycles, 0 for none. */
public record Recipient(String address, Set<EventKind> events, MailFormat format, int reminder, Origin origin) {

    public Recipient {
        events = Set.copyOf(events);
    }
}
