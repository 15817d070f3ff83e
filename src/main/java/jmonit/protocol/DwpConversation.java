package jmonit.protocol;

import java.io.IOException;
import java.util.regex.Pattern;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** A proxy: asked for its front page, it answers with a status below 400. */
final class DwpConversation implements Conversation {

    private static final Pattern GOOD = Pattern.compile("HTTP/\\S{1,9} +[123]\\d\\d(?: .*)?");

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        talk.say("HEAD / HTTP/1.1\r\nConnection: close\r\n\r\n");
        var status = talk.line("DWP: error receiving data");
        if (!GOOD.matcher(status).matches()) {
            throw new IOException("DWP error: " + status);
        }
    }
}
