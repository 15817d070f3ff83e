package jmonit.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;

/** The ways MySQL's plug-ins send a password. */
final class MysqlScramble {

    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    private MysqlScramble() {
    }

    /** SHA1(password) XOR SHA1(salt, SHA1(SHA1(password))) */
    static byte[] nativePassword(String password, byte[] salt) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-1");
        var once = digest.digest(Packet.utf8(password));
        var twice = digest.digest(once);
        digest.update(salt);
        return mixed(once, digest.digest(twice));
    }

    /** SHA256(password) XOR SHA256(SHA256(SHA256(password)), salt), the salt last */
    static byte[] caching(String password, byte[] salt) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256");
        var once = digest.digest(Packet.utf8(password));
        digest.update(digest.digest(digest.digest(Packet.utf8(password))));
        return mixed(once, digest.digest(salt));
    }

    /** The password and its end, mixed with the salt, so that nobody can send it again. */
    static byte[] underKey(String password, byte[] salt, PublicKey key) throws GeneralSecurityException, IOException {
        if (salt.length == 0) {
            throw new IOException("MYSQL: the server sent no salt");
        }
        var cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return cipher.doFinal(mixed(new Packet().ended(password).bytes(), salt));
    }

    private static byte[] mixed(byte[] text, byte[] with) {
        var mixed = Arrays.copyOf(text, text.length);
        for (var i = 0; i < mixed.length; i++) {
            mixed[i] ^= with[i % with.length];
        }
        return mixed;
    }

    static PublicKey key(byte[] pem) throws IOException {
        var text = new String(pem, StandardCharsets.ISO_8859_1);
        var begin = text.indexOf(BEGIN);
        var end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException("RSA public key load failed -- the server sent no key");
        }
        try {
            var key = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("RSA public key load failed -- " + e.getMessage(), e);
        }
    }
}
