package jmonit.protocol;

import java.io.IOException;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** A POP3 server: it greets and takes leave. */
final class PopConversation implements Conversation {

    private static final String WELL = "+OK";

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        var greeting = talk.line("POP: greeting read error");
        if (!greeting.startsWith(WELL)) {
            throw new IOException("POP: invalid greeting -- " + greeting);
        }
        if (connection.tls().startTls()) {
            ask(talk, "STLS");
            talk.encrypt(connection);
        }
        ask(talk, "QUIT");
    }

    private static void ask(Talk talk, String command) throws IOException {
        talk.say(command + "\r\n");
        var answer = talk.line("POP: " + command + " response read error");
        if (!answer.startsWith(WELL)) {
            throw new IOException("POP: invalid " + command + " response -- " + answer);
        }
    }
}
