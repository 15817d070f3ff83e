package jmonit.protocol;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.model.Speech;
import jmonit.os.Wire;

/** An MQTT broker: it takes a client of version 3.1.1 in, under a name where the rule gives one. */
final class MqttConversation implements Conversation {

    private static final int CONNECT = 0x10;
    private static final int ANSWER_TYPE = 2;
    private static final int ANSWER_LENGTH = 2;
    private static final int CLEAN_SESSION = 2;
    private static final int WITH_PASSWORD = 0x40;
    private static final int WITH_USER = 0x80;
    private static final int KEEP_ALIVE_SECONDS = 1;
    private static final byte[] DISCONNECT = {(byte) 0xe0, 0};
    private static final List<String> TYPES = List.of("Reserved", "Connection Request", "Connection Acknowledgment",
            "Publish Request", "Publish Acknowledgment", "Publish Received", "Publish Release", "Publish Complete",
            "Subscribe Request", "Subscribe Acknowledgment", "Unsubscribe Request", "Unsubscribe Acknowledgment", "Ping Request", "Ping Response", "Disconnect", "Reserved");
    private static final List<String> CODES = List.of("Connection Accepted", "Connection Refused: unacceptable protocol version",
            "Connection Refused: client identifier rejected", "Connection Refused: server unavailable",
            "Connection Refused: bad user name or password", "Connection Refused: not authorized");

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        var request = request(connection.speech());
        Phase.of("Cannot connect", () -> {
            wire.send(request);
            return request;
        });
        accepted(talk);
        wire.send(DISCONNECT);
    }

    private static byte[] request(Speech speech) {
        var user = speech.setting("username");
        var password = speech.setting("password");
        var flags = CLEAN_SESSION | (user.isPresent() ? WITH_USER : 0) | (password.isPresent() ? WITH_PASSWORD : 0);
        var body = new Packet().counted("MQTT").u8(4).u8(flags).u16(KEEP_ALIVE_SECONDS).counted(client());
        user.ifPresent(body::counted);
        password.ifPresent(body::counted);
        return new Packet().u8(CONNECT).put(length(body.size())).put(body).bytes();
    }

    /** A broker ends the older of two connections of one name, so each test has its own. */
    private static String client() {
        return "monit-%010d".formatted(RandomGenerator.getDefault().nextLong(10_000_000_000L));
    }

    /** Seven bits a byte, the lowest first; the eighth says that more follow. */
    private static Packet length(int size) {
        var length = new Packet();
        var rest = size;
        while (rest >= 0x80) {
            length.u8(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        return length.u8(rest);
    }

    private static void accepted(Talk talk) throws IOException {
        var answer = Phase.of("Error receiving connection response", () -> talk.bytes(4));
        var type = (answer[0] & 0xff) >>> 4;
        if (type != ANSWER_TYPE) {
            throw new IOException("Unexpected connection response type -- " + TYPES.get(type) + " (" + type + ")");
        }
        if (answer[1] != ANSWER_LENGTH) {
            throw new IOException("Unexpected connection response length -- " + (answer[1] & 0xff));
        }
        var code = answer[3] & 0xff;
        if (code != 0) {
            var meaning = code < CODES.size() ? CODES.get(code) : "unknown";
            throw new IOException("Unexpected connection response code -- " + meaning + " (" + code + ")");
        }
    }
}
