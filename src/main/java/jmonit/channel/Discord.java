package jmonit.channel;

import jmonit.json.JsonWriter;
import jmonit.model.Outlet;

/** A message to a webhook of Discord. */
record Discord(Outlet outlet, String host) implements Receiver {

    private static final int ROOM = 512;
    private static final int LONGEST = 2000;

    @Override
    public Letter letter(Told told) {
        String text = Headline.shortened("**" + Headline.of(told, host) + "**\n" + Headline.text(told), LONGEST);
        var out = new JsonWriter(ROOM).object().field("content", text);
        // What a program prints calls nobody.
        out.name("allowed_mentions").object().name("parse").array().end().end();
        return new Letter(outlet.url().request(), out.end().bytes());
    }
}
