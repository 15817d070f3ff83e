package jmonit.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Answers what PostgreSQL asks of somebody who wants in. Used for one login. */
final class PgsqlLogin {

    static final int ACCEPTED = 0;
    private static final int CLEARTEXT = 3;
    private static final int MD5 = 5;
    private static final int SASL = 10;
    private static final int SASL_CONTINUE = 11;
    private static final int SASL_FINAL = 12;
    private static final String SCRAM = "SCRAM-SHA-256";
    private static final String SCRAM_FAILED = "PGSQL: SCRAM authentication failed";
    private static final String SCRAM_UNPROVEN = SCRAM_FAILED + ", the server does not know the password";

    private final String user;
    private final String password;
    private final Scram scram;

    PgsqlLogin(String user, String password) {
        this.user = user;
        this.password = password;
        // The name is that of the startup message.
        this.scram = new Scram("", password);
    }

    /** What to send, maybe nothing more; empty where the method is not known here. */
    Optional<byte[]> answer(int method, byte[] data) throws IOException {
        return switch (method) {
            case CLEARTEXT -> Optional.of(new Packet().ended(password).bytes());
            case MD5 -> Optional.of(new Packet().ended("md5" + salted(sum(Packet.utf8(password + user)), data)).bytes());
            case SASL -> List.of(text(data).split("\0")).contains(SCRAM) ? Optional.of(first()) : Optional.empty();
            case SASL_CONTINUE -> Optional.of(Packet.utf8(Phase.of(SCRAM_FAILED, () -> scram.next(text(data)))));
            case SASL_FINAL -> Optional.of(Packet.utf8(Phase.of(SCRAM_UNPROVEN, () -> scram.end(text(data)))));
            default -> Optional.empty();
        };
    }

    private byte[] first() {
        var words = Packet.utf8(scram.first());
        return new Packet().ended(SCRAM).u32(words.length).put(words).bytes();
    }

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.ISO_8859_1);
    }

    private static String salted(String sum, byte[] salt) throws IOException {
        return sum(new Packet().text(sum).put(salt).bytes());
    }

    private static String sum(byte[] bytes) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IOException("PGSQL: this Java runtime has no MD5", e);
        }
    }
}
