package jmonit.protocol;

import java.io.IOException;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.model.Speech;
import jmonit.os.Wire;

/** A NATS server: it lets us in and answers a ping. What it says about itself first is never encrypted. */
final class NatsConversation implements Conversation {

    private static final String RECEIVING = "NATS: error receiving data";
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int MOST_LINES = 20;

    @Override
    public boolean encryptsItself(Connection connection) {
        return true;
    }

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        var greeting = line(talk);
        if (!greeting.startsWith("INFO ")) {
            throw new IOException("NATS: unexpected greeting -- " + Shown.line(greeting));
        }
        if (connection.tls().used()) {
            talk.encrypt(connection);
        }
        talk.say("CONNECT " + introduction(connection.speech()) + "\r\nPING\r\n");
        for (var lines = 0; lines < MOST_LINES; lines++) {
            var answer = line(talk);
            if (answer.equals("PONG")) {
                return;
            }
            if (answer.startsWith("-ERR")) {
                throw new IOException("NATS: the server answered " + Shown.line(answer));
            }
        }
        throw new IOException("NATS: no PONG among " + MOST_LINES + " lines");
    }

    private static String line(Talk talk) throws IOException {
        return Phase.of(RECEIVING, () -> talk.line(LONGEST_LINE));
    }

    private static String introduction(Speech speech) {
        var password = speech.setting("password").orElse("");
        var login = speech.setting("username").map(user -> ",\"user\":" + quoted(user) + ",\"pass\":" + quoted(password));
        return "{\"verbose\":false,\"pedantic\":false,\"lang\":\"java\",\"version\":\"1\",\"name\":\"monit\"" + login.orElse("") + "}";
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (var letter : text.toCharArray()) {
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').append(letter);
            } else if (letter < ' ') {
                quoted.append("\\u%04x".formatted((int) letter));
            } else {
                quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }
}
