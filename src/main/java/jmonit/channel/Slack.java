package jmonit.channel;

import jmonit.json.JsonWriter;
import jmonit.model.Outlet;

/** A message to an incoming webhook of Slack. */
record Slack(Outlet outlet, String host) implements Receiver {

    private static final int ROOM = 512;

    @Override
    public Letter letter(Told told) {
        String text = "*" + escaped(Headline.of(told, host)) + "*\n" + escaped(Headline.text(told));
        return new Letter(outlet.url().request(), new JsonWriter(ROOM).object().field("text", text).end().bytes());
    }

    /** These three have a meaning there: with them a program could call everybody. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
