package jmonit.protocol;

import java.io.IOException;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** A mailbox server: it greets and takes leave. */
final class ImapConversation implements Conversation {

    private static final int MOST_LINES = 100;

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        var greeting = talk.line("IMAP: greeting read error");
        if (!greeting.startsWith("* OK")) {
            throw new IOException("IMAP: invalid greeting -- " + greeting);
        }
        if (connection.tls().startTls()) {
            ask(talk, "000", "STARTTLS", "starttls");
            talk.encrypt(connection);
        }
        ask(talk, "001", "LOGOUT", "logout");
    }

    private static void ask(Talk talk, String tag, String command, String name) throws IOException {
        talk.say(tag + " " + command + "\r\n");
        var answer = answer(talk, name);
        if (!answer.startsWith(tag + " OK")) {
            throw new IOException("IMAP: invalid " + name + " response: " + answer);
        }
    }

    /** What begins with a star is for everybody to know, and no answer. */
    private static String answer(Talk talk, String name) throws IOException {
        var line = "";
        for (var count = 0; count < MOST_LINES; count++) {
            line = talk.line("IMAP: " + name + " response read error");
            if (!line.startsWith("* ")) {
                break;
            }
        }
        return line;
    }
}
