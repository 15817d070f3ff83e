package jmonit.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** A mail server: it knows us by name, lets us log in where a user is given, and takes leave. */
final class SmtpConversation implements Conversation {

    private static final String HEARING = "Error receiving data from the mailserver";
    private static final String WELL = "250";
    private static final int MOST_LINES = 500;

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        expect(reply(talk), "220");
        var abilities = hello(talk);
        if (connection.tls().startTls()) {
            ask(talk, "STARTTLS", "220");
            talk.encrypt(connection);
            abilities = hello(talk);
        }
        var user = connection.speech().setting("username");
        var password = connection.speech().setting("password");
        if (user.isPresent() && password.isPresent()) {
            logIn(talk, abilities, user.get(), password.get());
        }
        ask(talk, "QUIT", "221");
    }

    private static List<String> hello(Talk talk) throws IOException {
        talk.say("EHLO localhost\r\n");
        var reply = reply(talk);
        // A server of before 1995 knows only the older greeting.
        return reply.getFirst().startsWith(WELL) ? reply : ask(talk, "HELO localhost", WELL);
    }

    private static List<String> ask(Talk talk, String command, String number) throws IOException {
        talk.say(command + "\r\n");
        return expect(reply(talk), number);
    }

    private static List<String> reply(Talk talk) throws IOException {
        var lines = new ArrayList<String>();
        do {
            lines.add(talk.line(HEARING));
        } while (lines.getLast().length() > 3 && lines.getLast().charAt(3) == '-' && lines.size() < MOST_LINES);
        return lines;
    }

    private static List<String> expect(List<String> reply, String number) throws IOException {
        if (!reply.getFirst().startsWith(number)) {
            throw new IOException("Mailserver response error -- " + reply.getFirst());
        }
        return reply;
    }

    private static void logIn(Talk talk, List<String> abilities, String user, String password) throws IOException {
        var ways = ways(abilities).orElse(List.of());
        if (ways.contains("PLAIN")) {
            ask(talk, "AUTH PLAIN " + encoded("\0" + user + "\0" + password), "235");
        } else if (ways.contains("LOGIN")) {
            ask(talk, "AUTH LOGIN", "334");
            ask(talk, encoded(user), "334");
            ask(talk, encoded(password), "235");
        } else {
            throw new IOException("Authentication failed -- no supported authentication methods found");
        }
    }

    /** "250-AUTH PLAIN LOGIN" */
    private static Optional<List<String>> ways(List<String> abilities) {
        return abilities.stream().map(l -> l.toUpperCase(Locale.ROOT)).filter(l -> l.startsWith("AUTH ", Math.min(4, l.length())))
                .map(l -> List.of(l.substring(9).split(" "))).findFirst();
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
