package jmonit.protocol;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import jmonit.model.Connection;
import jmonit.os.Wire;

/** Packets of MySQL, each with its length and its number in the dialogue. */
final class MysqlPackets {

    private static final String RECEIVING = "Error receiving server response";
    private static final int LONGEST_GREETING = 1024;
    private static final int LONGEST = 64 * 1024;
    private static final int ERROR = 0xff;

    private final Talk talk;
    private int number;

    /** What one packet holds; reading past its end throws what {@link #of} turns into words. */
    record Content(ByteBuffer bytes) {

        int kind() {
            return bytes.get(0) & 0xff;
        }

        /** A text up to its zero byte, or to the end. */
        String text() {
            var text = new StringBuilder();
            while (bytes.hasRemaining()) {
                var letter = bytes.get();
                if (letter == 0) {
                    break;
                }
                text.append((char) (letter & 0xff));
            }
            return text.toString();
        }

        byte[] rest() {
            var rest = new byte[bytes.remaining()];
            bytes.get(rest);
            return rest;
        }

        /** In a packet of an error: its number, a mark and the state in five letters where the client is known already, and the text. */
        IOException complaint() {
            try {
                bytes.position(1);
                var code = bytes.getShort() & 0xffff;
                var text = new String(rest(), StandardCharsets.UTF_8);
                var plain = text.startsWith("#") && text.length() >= 6 ? text.substring(6) : text;
                return new IOException("Server returned error code " + code + " -- " + Shown.line(plain));
            } catch (BufferUnderflowException | IllegalArgumentException e) {
                return new IOException("Server returned an error without a number", e);
            }
        }
    }

    MysqlPackets(Wire wire, Connection connection) {
        this.talk = Talk.over(wire, connection);
    }

    /** The same dialogue goes on. */
    void encrypt(Connection connection) throws IOException {
        talk.encrypt(connection);
    }

    Content first() throws IOException {
        return read(LONGEST_GREETING, "Invalid handshake packet length -- not MySQL protocol");
    }

    Content next() throws IOException {
        return read(LONGEST, "Invalid packet length");
    }

    private Content read(int longest, String tooLong) throws IOException {
        var head = Phase.of(RECEIVING, () -> talk.bytes(4));
        var length = head[0] & 0xff | (head[1] & 0xff) << 8 | (head[2] & 0xff) << 16;
        if (length == 0 || length > longest) {
            throw new IOException(tooLong);
        }
        number = head[3] + 1;
        var content = new Content(ByteBuffer.wrap(Phase.of(RECEIVING, () -> talk.bytes(length))).order(ByteOrder.LITTLE_ENDIAN));
        if (longest == LONGEST_GREETING && content.kind() == ERROR) {
            throw content.complaint();
        }
        return content;
    }

    void send(byte[] content) throws IOException {
        Phase.of("Error sending to the server", () -> {
            talk.say(new Packet().little(content.length, 3).u8(number++).put(content).bytes());
            return content;
        });
    }

    /** A command begins a dialogue of its own. */
    void quit(byte[] command) throws IOException {
        number = 0;
        send(command);
    }
}
