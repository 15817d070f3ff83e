package jmonit.protocol;

import java.io.IOException;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** A server of mail filters: it says what it can, greets and takes leave. */
final class SieveConversation implements Conversation {

    private static final String CAPABILITIES = "SIEVE: error receiving server capabilities";
    private static final int MOST_LINES = 100;

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        capabilities(talk);
        if (connection.tls().startTls()) {
            ask(talk, "STARTTLS");
            talk.encrypt(connection);
            capabilities(talk);
        }
        ask(talk, "LOGOUT");
    }

    private static void capabilities(Talk talk) throws IOException {
        for (var count = 0; count < MOST_LINES; count++) {
            var line = talk.line(CAPABILITIES);
            if (line.startsWith("OK")) {
                return;
            }
            if (line.startsWith("NO") || line.startsWith("BYE")) {
                throw new IOException(CAPABILITIES + " -- " + line);
            }
        }
        throw new IOException(CAPABILITIES + " -- more than " + MOST_LINES + " lines");
    }

    private static void ask(Talk talk, String command) throws IOException {
        talk.say(command + "\r\n");
        var answer = talk.line("SIEVE: error receiving " + command + " response");
        if (!answer.startsWith("OK")) {
            throw new IOException("SIEVE: invalid " + command + " response -- " + answer);
        }
    }
}
