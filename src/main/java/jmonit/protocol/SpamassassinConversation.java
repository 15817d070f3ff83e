package jmonit.protocol;

import java.io.IOException;
import java.util.regex.Pattern;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** spamd: it answers a ping. */
final class SpamassassinConversation implements Conversation {

    private static final Pattern PONG = Pattern.compile("SPAMD/\\S{1,9} 0 PONG.*");

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        talk.say("PING SPAMC/1.2\r\n");
        var answer = talk.line("SPAMASSASSIN: PONG read error");
        if (!PONG.matcher(answer).matches()) {
            throw new IOException("SPAMASSASSIN: invalid PONG response -- " + answer);
        }
    }
}
