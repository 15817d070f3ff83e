package jmonit.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The packets of a secure shell as long as nothing is encrypted: a length, one message, and padding to a multiple of eight bytes. */
record SshPackets(Talk talk) {

    private static final String RECEIVING = "SSH: error receiving a key";
    private static final int LARGEST = 35_000;
    private static final int MOST_ASIDES = 20;
    private static final int BLOCK = 8;
    private static final int LEAST_PADDING = 4;
    private static final int DISCONNECT = 1;
    private static final int IGNORE = 2;
    private static final int DEBUG = 4;

    void send(Packet message) throws IOException {
        var padding = LEAST_PADDING + BLOCK - (Integer.BYTES + 1 + message.size() + LEAST_PADDING) % BLOCK;
        talk.say(new Packet().u32(1 + message.size() + padding).u8(padding).put(message).put(new byte[padding]).bytes());
    }

    /** A field with its length before it. */
    static Packet counted(byte[] field) {
        return new Packet().u32(field.length).put(field);
    }

    /** The next message, which must be of this kind; remarks meant for nobody are left out. */
    byte[] next(int kind) throws IOException {
        for (var asides = 0; asides < MOST_ASIDES; asides++) {
            var message = message();
            switch (message[0]) {
                case IGNORE, DEBUG -> {
                    // It says so itself.
                }
                case DISCONNECT -> throw new IOException("SSH: the server left -- "
                        + Shown.line(SshFields.of(message).skip(1 + Integer.BYTES).text()));
                default -> {
                    return expected(message, kind);
                }
            }
        }
        throw new IOException("SSH: no key among " + MOST_ASIDES + " messages");
    }

    private static byte[] expected(byte[] message, int kind) throws IOException {
        if (message[0] != kind) {
            throw new IOException("SSH: the server sent message " + (message[0] & 0xff) + " instead of " + kind);
        }
        return message;
    }

    private byte[] message() throws IOException {
        var head = ByteBuffer.wrap(Phase.of(RECEIVING, () -> talk.bytes(Integer.BYTES + 1)));
        var length = head.getInt();
        var padding = head.get() & 0xff;
        if (length < padding + 2 || length > LARGEST) {
            throw new IOException("SSH: the server sent a packet of " + Integer.toUnsignedString(length) + " bytes");
        }
        var message = Phase.of(RECEIVING, () -> talk.bytes(length - 1 - padding));
        talk.skip(padding);
        return message;
    }
}
