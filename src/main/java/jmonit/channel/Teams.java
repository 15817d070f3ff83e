package jmonit.channel;

import jmonit.json.JsonWriter;
import jmonit.model.Outlet;

/** A card for a workflow of Microsoft Teams. */
record Teams(Outlet outlet, String host) implements Receiver {

    private static final int ROOM = 1024;
    /** A message may have 28 KiB. */
    private static final int LONGEST = 4000;

    @Override
    public Letter letter(Told told) {
        var out = new JsonWriter(ROOM).object().field("type", "message").name("attachments").array().object();
        out.field("contentType", "application/vnd.microsoft.card.adaptive").name("content").object();
        out.field("$schema", "http://adaptivecards.io/schemas/adaptive-card.json").field("type", "AdaptiveCard").field("version", "1.4");
        out.name("body").array();
        block(out, Headline.of(told, host)).field("weight", "Bolder").end();
        block(out, Headline.shortened(Headline.text(told), LONGEST)).end();
        return new Letter(outlet.url().request(), out.end().end().end().end().end().bytes());
    }

    private static JsonWriter block(JsonWriter out, String text) {
        return out.object().field("type", "TextBlock").field("text", text).field("wrap", true);
    }
}
