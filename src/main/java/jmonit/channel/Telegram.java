package jmonit.channel;

import jmonit.json.JsonWriter;
import jmonit.model.Outlet;

/** A message of a bot of Telegram. */
record Telegram(Outlet outlet, String host) implements Receiver {

    private static final int ROOM = 512;
    private static final int LONGEST = 4096;

    @Override
    public Letter letter(Told told) {
        String text = Headline.shortened(Headline.of(told, host) + "\n" + Headline.text(told), LONGEST);
        var out = new JsonWriter(ROOM).object().field("chat_id", outlet.room()).field("text", text);
        out.name("link_preview_options").object().field("is_disabled", true).end();
        return new Letter(Paths.under(outlet.url(), "/bot" + outlet.secret() + "/sendMessage"), out.end().bytes());
    }
}
