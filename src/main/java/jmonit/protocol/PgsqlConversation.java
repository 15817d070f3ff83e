package jmonit.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.model.Speech;
import jmonit.os.Wire;

/**
 * PostgreSQL: it takes the user in. Where the rule names neither user nor database, a server that refuses root does its work, as with Monit;
 * a way to log in that is not known here is no fault of the server either.
 */
final class PgsqlConversation implements Conversation {

    private static final String USUAL_USER = "root";
    private static final int PROTOCOL = 3 << 16;
    private static final int LONGEST = 64 * 1024;
    private static final int MOST_MESSAGES = 200;
    private static final byte[] TLS_PLEASE = {0, 0, 0, 8, 4, (byte) 0xd2, 0x16, 0x2f};
    private static final byte[] TERMINATE = {'X', 0, 0, 0, 4};

    private record Message(char type, ByteBuffer body) {
    }

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var speech = connection.speech();
        var talk = Talk.over(wire, connection);
        if (connection.tls().startTls()) {
            encrypt(talk, connection);
        }
        var user = speech.setting("username").orElse(USUAL_USER);
        var startup = startup(user, speech);
        Phase.of("PGSQL: error sending startup message", () -> {
            talk.say(startup);
            return startup;
        });
        var anybody = speech.setting("username").isEmpty() && speech.setting("database").isEmpty();
        logIn(talk, new PgsqlLogin(user, speech.setting("password").orElse("")), anybody);
    }

    private static void encrypt(Talk talk, Connection connection) throws IOException {
        talk.say(TLS_PLEASE);
        if (Phase.of("PGSQL: error receiving answer to the request for TLS", () -> talk.bytes(1))[0] != 'S') {
            throw new IOException("PGSQL: the server does not support TLS");
        }
        talk.encrypt(connection);
    }

    private static byte[] startup(String user, Speech speech) {
        var body = new Packet().u32(PROTOCOL).ended("user").ended(user);
        var usual = speech.setting("username").isEmpty() ? Optional.of(USUAL_USER) : Optional.<String>empty();
        speech.setting("database").or(() -> usual).ifPresent(name -> body.ended("database").ended(name));
        body.u8(0);
        return new Packet().u32(body.size() + 4).put(body).bytes();
    }

    /** Reads until the server is ready for questions, or has refused. */
    private static void logIn(Talk talk, PgsqlLogin login, boolean anybody) throws IOException {
        for (var count = 0; count < MOST_MESSAGES; count++) {
            var message = next(talk);
            switch (message.type()) {
                case 'R' -> {
                    if (!answered(talk, login, message.body())) {
                        return;
                    }
                }
                case 'E' -> {
                    if (anybody) {
                        return;
                    }
                    throw new IOException("PGSQL: startup message error -- " + complaint(message.body()));
                }
                case 'Z' -> {
                    talk.say(TERMINATE);
                    return;
                }
                case 'N', 'S', 'K', 'v', 'A' -> {
                    // Notices and settings of the server.
                }
                default -> throw new IOException("PGSQL: unexpected message of type 0x%x while logging in".formatted((int) message.type()));
            }
        }
        throw new IOException("PGSQL: not ready after " + MOST_MESSAGES + " messages");
    }

    /** Whether there is more to come: no, where the server asks for a proof that we cannot give. */
    private static boolean answered(Talk talk, PgsqlLogin login, ByteBuffer request) throws IOException {
        if (request.remaining() < 4) {
            throw new IOException("PGSQL: malformed authentication request");
        }
        var method = request.getInt();
        if (method == PgsqlLogin.ACCEPTED) {
            return true;
        }
        var answer = login.answer(method, bytes(request));
        if (answer.isEmpty()) {
            talk.say(TERMINATE);
            return false;
        }
        if (answer.get().length > 0) {
            Phase.of("PGSQL: error sending authentication response", () -> {
                talk.say(new Packet().u8('p').u32(answer.get().length + 4).put(answer.get()).bytes());
                return method;
            });
        }
        return true;
    }

    private static Message next(Talk talk) throws IOException {
        var head = Phase.of("PGSQL: response header read error", () -> talk.bytes(5));
        var length = ByteBuffer.wrap(head).getInt(1) - 4;
        if (length < 0 || length > LONGEST) {
            throw new IOException("PGSQL: response message is too large: %s bytes received (maximum %d)"
                    .formatted(Integer.toUnsignedString(length), LONGEST));
        }
        return new Message((char) (head[0] & 0xff), ByteBuffer.wrap(Phase.of("PGSQL: response data read error", () -> talk.bytes(length))));
    }

    private static byte[] bytes(ByteBuffer rest) {
        return Arrays.copyOfRange(rest.array(), rest.position(), rest.limit());
    }

    /** Fields of a letter and a text each: S the severity, C the code, M the message. */
    private static String complaint(ByteBuffer body) {
        var severity = "";
        var code = "";
        var message = "";
        for (var field : new String(bytes(body), StandardCharsets.UTF_8).split("\0")) {
            switch (field.isEmpty() ? ' ' : field.charAt(0)) {
                case 'S' -> severity = field.substring(1);
                case 'C' -> code = field.substring(1);
                case 'M' -> message = field.substring(1);
                default -> {
                    // Where in the server's own source, and the like.
                }
            }
        }
        return Shown.line("Severity=" + severity + ", Code=" + code + ", Message=" + message);
    }
}
