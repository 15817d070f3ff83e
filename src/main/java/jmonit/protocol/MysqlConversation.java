package jmonit.protocol;

import java.io.IOException;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** MySQL or MariaDB: it greets, and takes the user in where the rule names one. The greeting is never encrypted. */
final class MysqlConversation implements Conversation {

    private static final int MOST_TURNS = 10;
    private static final int OK = 0;
    private static final int MORE = 1;
    private static final int SWITCH = 0xfe;
    private static final int ERROR = 0xff;
    private static final byte[] QUIT = {1};

    @Override
    public boolean encryptsItself(Connection connection) {
        return true;
    }

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var packets = new MysqlPackets(wire, connection);
        var greeting = MysqlGreeting.of(packets.first());
        var user = connection.speech().setting("username");
        if (connection.tls().used() && (user.isPresent() || greeting.encrypts())) {
            encrypted(packets, greeting, connection);
        } else if (user.isPresent()) {
            logIn(packets, greeting, login(connection, greeting, connection.endpoint() instanceof Endpoint.Unix));
        }
    }

    private static void encrypted(MysqlPackets packets, MysqlGreeting greeting, Connection connection) throws IOException {
        if (!greeting.encrypts()) {
            throw new IOException("The MySQL server doesn't support SSL");
        }
        packets.send(MysqlLogin.head(true));
        packets.encrypt(connection);
        if (connection.speech().setting("username").isPresent()) {
            logIn(packets, greeting, login(connection, greeting, true));
        }
    }

    private static MysqlLogin login(Connection connection, MysqlGreeting greeting, boolean secret) {
        var speech = connection.speech();
        return new MysqlLogin(speech, secret, connection.tls().used(), greeting);
    }

    private static void logIn(MysqlPackets packets, MysqlGreeting greeting, MysqlLogin login) throws IOException {
        packets.send(login.response());
        for (var turns = 0; turns < MOST_TURNS; turns++) {
            var packet = packets.next();
            switch (packet.kind()) {
                case OK -> {
                    packets.quit(QUIT);
                    return;
                }
                case ERROR -> throw packet.complaint();
                case SWITCH -> packets.send(login.switched(packet));
                case MORE -> {
                    var answer = login.more(packet);
                    if (answer.isPresent()) {
                        packets.send(answer.get());
                    }
                }
                default -> throw new IOException("Unexpected packet of type 0x%x while logging in".formatted(packet.kind()));
            }
        }
        throw new IOException("No end of the login after " + MOST_TURNS + " packets");
    }
}
