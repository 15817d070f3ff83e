package jmonit.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The name of a series on disk, of one size however long the name of the service is. */
record Mark(long high, long low) {

    static final Mark NONE = new Mark(0, 0);

    static Mark of(String service, String series) {
        var digest = sha256().digest((service.length() + ":" + service + series).getBytes(UTF_8));
        var bytes = ByteBuffer.wrap(digest);
        return new Mark(bytes.getLong(), bytes.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
