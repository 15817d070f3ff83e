package jmonit.protocol;

import java.io.IOException;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** ClamAV's daemon: it answers a ping. */
final class ClamavConversation implements Conversation {

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        talk.say("PING\r\n");
        var answer = talk.line("CLAMAV: PONG read error");
        if (!answer.startsWith("PONG")) {
            throw new IOException("CLAMAV: invalid PONG response -- " + answer);
        }
    }
}
