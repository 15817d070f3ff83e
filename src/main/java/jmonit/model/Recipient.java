package jmonit.model;

import java.util.Set;

/**
 * Who is told about what. {@code reminder} is in cycles, 0 for none.
 *
 * @param address of a mail box, or of an outlet, in which stands no "@"
 * @param after for how long a failure has to last, and nobody has acknowledged it, before he is told
 */
public record Recipient(String address, Set<EventKind> events, MailFormat format, int reminder, Delay after, Origin origin) {

    public Recipient {
        events = Set.copyOf(events);
    }

    public boolean byMail() {
        return address.indexOf('@') >= 0;
    }
}
