package jmonit.channel;

import java.util.List;

import jmonit.json.JsonWriter;
import jmonit.model.Outlet;

/** A message of an application of a Gotify server. */
record Gotify(Outlet outlet, String host) implements Receiver {

    private static final int ROOM = 512;
    private static final int HIGH = 8;
    private static final int USUAL = 4;

    @Override
    public Letter letter(Told told) {
        boolean failed = told.failed();
        var out = new JsonWriter(ROOM).object().field("title", Headline.of(told, host)).field("message", Headline.text(told));
        out.field("priority", failed ? HIGH : USUAL);
        return new Letter(Paths.under(outlet.url(), "/message"), List.of("X-Gotify-Key: " + outlet.secret()), out.end().bytes());
    }
}
