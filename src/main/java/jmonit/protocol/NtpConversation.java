package jmonit.protocol;

import java.io.IOException;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** A time server of version 3 that knows the time itself. */
final class NtpConversation implements Conversation {

    private static final int LENGTH = 48;
    private static final int UNKNOWN = 3;
    private static final int VERSION = 3;
    private static final int CLIENT = 3;
    private static final int SERVER = 4;

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var question = new byte[LENGTH];
        question[0] = (byte) (UNKNOWN << 6 | VERSION << 3 | CLIENT);
        Phase.of("NTP: error sending NTP request", () -> {
            wire.send(question);
            return question;
        });
        var talk = Talk.over(wire, connection);
        var answer = Phase.of("NTP: did not receive answer from server", () -> talk.some(LENGTH));
        if (answer.length < LENGTH) {
            throw new IOException("NTP: Received " + answer.length + " bytes from server, expected " + LENGTH + " bytes");
        }
        judge(answer[0] & 0xff);
    }

    private static void judge(int head) throws IOException {
        if (head >>> 6 == UNKNOWN) {
            throw new IOException("NTP: Server not synchronized");
        }
        if ((head >>> 3 & 7) != VERSION) {
            throw new IOException("NTP: Server protocol version error -- it answered version " + (head >>> 3 & 7) + " to " + VERSION);
        }
        if ((head & 7) != SERVER) {
            throw new IOException("NTP: Server mode error -- it answered in mode " + (head & 7));
        }
    }
}
