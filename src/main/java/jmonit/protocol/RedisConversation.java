package jmonit.protocol;

import java.io.IOException;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** Redis: it answers a ping, or would, had we logged in. */
final class RedisConversation implements Conversation {

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        talk.say("*1\r\n$4\r\nPING\r\n");
        var answer = talk.line("REDIS: PING response error");
        if (!answer.startsWith("+PONG") && !answer.startsWith("-NOAUTH")) {
            throw new IOException("REDIS: PING error -- " + answer);
        }
        talk.say("*1\r\n$4\r\nQUIT\r\n");
    }
}
