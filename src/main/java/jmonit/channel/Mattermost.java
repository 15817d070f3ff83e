package jmonit.channel;

import jmonit.json.JsonWriter;
import jmonit.model.Outlet;

/** A message to an incoming webhook of Mattermost. */
record Mattermost(Outlet outlet, String host) implements Receiver {

    private static final int ROOM = 512;

    @Override
    public Letter letter(Told told) {
        String text = "**" + quiet(Headline.of(told, host)) + "**\n" + quiet(Headline.text(told));
        return new Letter(outlet.url().request(), new JsonWriter(ROOM).object().field("text", text).end().bytes());
    }

    /** What a program prints calls nobody: an invisible space follows each @. */
    private static String quiet(String text) {
        return text.replace("@", "@\u200b");
    }
}
