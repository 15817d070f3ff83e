package jmonit.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The fields of one message of a secure shell, one after the other; who sent it may have lied about their lengths. */
record SshFields(ByteBuffer rest) {

    static SshFields of(byte[] message) {
        return new SshFields(ByteBuffer.wrap(message));
    }

    SshFields skip(int count) throws IOException {
        demand(rest.remaining() >= count);
        rest.position(rest.position() + count);
        return this;
    }

    byte[] bytes() throws IOException {
        demand(rest.remaining() >= Integer.BYTES);
        var length = rest.getInt();
        demand(length >= 0 && length <= rest.remaining());
        var bytes = new byte[length];
        rest.get(bytes);
        return bytes;
    }

    String text() throws IOException {
        return new String(bytes(), StandardCharsets.ISO_8859_1);
    }

    List<String> names() throws IOException {
        return List.of(text().split(","));
    }

    private static void demand(boolean fulfilled) throws IOException {
        if (!fulfilled) {
            throw new IOException("SSH: a message of the server ends too early");
        }
    }
}
