package jmonit.protocol;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** A directory server: it lets anybody bind without a name. */
final class LdapConversation implements Conversation {

    private static final String RECEIVING = "LDAP: error receiving data";
    private static final String FAILED = "LDAP: anonymous bind failed";
    private static final byte[] UNBIND = {0x30, 5, 2, 1, 2, 0x42, 0};
    private static final int SEQUENCE = 0x30;
    private static final int BIND_RESPONSE = 0x61;
    private static final int EXTENDED_REQUEST = 0x77;
    private static final int EXTENDED_RESPONSE = 0x78;
    private static final int REQUEST_NAME = 0x80;
    private static final String START_TLS = "1.3.6.1.4.1.1466.20037";
    private static final int ENUMERATED = 0x0a;
    private static final int INTEGER = 2;
    private static final int TEXT = 4;
    private static final int LONGEST = 64 * 1024;
    private static final Map<Integer, String> CODES = Map.of(1, "operationsError", 2, "protocolError", 8, "strongerAuthRequired",
            13, "confidentialityRequired", 48, "inappropriateAuthentication", 49, "invalidCredentials", 51, "busy", 52, "unavailable",
            53, "unwillingToPerform", 80, "other");

    private final int version;

    LdapConversation(int version) {
        this.version = version;
    }

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        if (connection.tls().startTls()) {
            encrypt(talk, connection);
        }
        byte[] bind = {0x30, 12, 2, 1, 1, 0x60, 7, 2, 1, (byte) version, 4, 0, (byte) 0x80, 0};
        Phase.of("LDAP: error sending data", () -> {
            talk.say(bind);
            return bind;
        });
        answer(message(talk), BIND_RESPONSE, FAILED);
        talk.say(UNBIND);
    }

    private static ByteBuffer message(Talk talk) throws IOException {
        var head = Phase.of(RECEIVING, () -> talk.bytes(2));
        if (head[0] != SEQUENCE) {
            throw new IOException(FAILED + ": the server does not speak LDAP");
        }
        var length = head[1] & 0xff;
        if (length > 0x80) {
            var more = length & 0x7f;
            length = more > 4 ? LONGEST + 1 : longer(Phase.of(RECEIVING, () -> talk.bytes(more)));
        }
        if (length < 0 || length > LONGEST) {
            throw new IOException(FAILED + ": the server announces an answer of more than " + LONGEST + " bytes");
        }
        var size = length;
        return ByteBuffer.wrap(Phase.of(RECEIVING, () -> talk.bytes(size)));
    }

    private static int longer(byte[] length) {
        var number = 0;
        for (var part : length) {
            number = number << 8 | part & 0xff;
        }
        return number;
    }

    private static void encrypt(Talk talk, Connection connection) throws IOException {
        talk.say(new Packet().u8(SEQUENCE).u8(7 + START_TLS.length()).u8(INTEGER).u8(1).u8(1).u8(EXTENDED_REQUEST).u8(2 + START_TLS.length())
                .u8(REQUEST_NAME).u8(START_TLS.length()).text(START_TLS).bytes());
        answer(message(talk), EXTENDED_RESPONSE, "LDAP: the server does not start TLS");
        talk.encrypt(connection);
    }

    private static void answer(ByteBuffer message, int tag, String failed) throws IOException {
        try {
            part(message, INTEGER);
            var response = part(message, tag);
            var code = longer(bytes(part(response, ENUMERATED)));
            if (code != 0) {
                throw new IOException(failed + ": result code " + code + name(code) + text(response));
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException(failed + ": the answer is no well-formed response", e);
        }
    }

    private static String name(int code) {
        return CODES.containsKey(code) ? " " + CODES.get(code) : "";
    }

    /** What the server says about it, after the name that matched. */
    private static String text(ByteBuffer response) {
        part(response, TEXT);
        var said = new String(bytes(part(response, TEXT)), StandardCharsets.UTF_8);
        return said.isEmpty() ? "" : " -- " + Shown.line(said);
    }

    private static byte[] bytes(ByteBuffer part) {
        var bytes = new byte[part.remaining()];
        part.get(bytes);
        return bytes;
    }

    /** The content of the next element, which must have this tag. */
    private static ByteBuffer part(ByteBuffer from, int tag) {
        if ((from.get() & 0xff) != tag) {
            throw new IllegalArgumentException("another element than " + tag);
        }
        var length = from.get() & 0xff;
        if (length > 0x80) {
            var more = new byte[length & 0x7f];
            from.get(more);
            length = longer(more);
        }
        var part = from.slice(from.position(), length);
        from.position(from.position() + length);
        return part;
    }
}
