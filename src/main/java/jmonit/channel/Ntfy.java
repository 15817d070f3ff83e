package jmonit.channel;

import java.util.List;

import jmonit.json.JsonWriter;
import jmonit.model.Outlet;

/** A message to a topic of an ntfy server: the last part of its address. */
record Ntfy(Outlet outlet, String host) implements Receiver {

    private static final int ROOM = 512;
    /** Up to 4096 bytes it is a message, beyond that an attachment. */
    private static final int LONGEST = 1000;
    private static final int LONGEST_TITLE = 200;
    private static final int HIGH = 4;
    private static final int USUAL = 3;

    @Override
    public Letter letter(Told told) {
        String path = outlet.url().path();
        int slash = path.lastIndexOf('/');
        boolean failed = told.failed();
        var out = new JsonWriter(ROOM).object().field("topic", path.substring(slash + 1));
        out.field("title", Headline.shortened(Headline.of(told, host), LONGEST_TITLE));
        out.field("message", Headline.shortened(Headline.text(told), LONGEST)).field("priority", failed ? HIGH : USUAL);
        List<String> login = outlet.secret().isEmpty() ? List.of() : List.of("Authorization: Bearer " + outlet.secret());
        return new Letter(path.substring(0, slash + 1), login, out.end().bytes());
    }
}
