package jmonit.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** The client's side of SCRAM-SHA-256: both sides prove that they know the password, and nobody on the way learns it. */
final class Scram {

    private static final String HEADER = "n,,";
    private static final int LENGTH = 256;
    private static final int MOST_ITERATIONS = 1_000_000;

    private final String password;
    private final String first;
    private final String nonce;
    private byte[] expected = {};

    Scram(String user, String password) {
        this.password = password;
        var random = new byte[18];
        new SecureRandom().nextBytes(random);
        this.nonce = Base64.getEncoder().encodeToString(random);
        this.first = "n=" + user.replace("=", "=3D").replace(",", "=2C") + ",r=" + nonce;
    }

    String first() {
        return HEADER + first;
    }

    /** What is said to the first words of the server: r=nonce,s=salt,i=iterations. */
    String next(String said) throws IOException {
        var fields = fields(said);
        if (!fields.getOrDefault('r', "").startsWith(nonce)) {
            throw new IOException("the server answered to somebody else");
        }
        var without = "c=" + Base64.getEncoder().encodeToString(HEADER.getBytes(StandardCharsets.US_ASCII)) + ",r=" + fields.get('r');
        var all = (first + "," + said + "," + without).getBytes(StandardCharsets.UTF_8);
        try {
            var salted = salted(fields);
            expected = keyed(keyed(salted, ascii("Server Key")), all);
            return without + ",p=" + Base64.getEncoder().encodeToString(proof(keyed(salted, ascii("Client Key")), all));
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java runtime cannot compute it: " + e.getMessage(), e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] salted(Map<Character, String> fields) throws IOException, GeneralSecurityException {
        try {
            var iterations = Integer.parseInt(fields.getOrDefault('i', ""));
            if (iterations < 1 || iterations > MOST_ITERATIONS) {
                throw new IOException("the server wants " + iterations + " iterations, at most " + MOST_ITERATIONS + " are done");
            }
            var salt = Base64.getDecoder().decode(fields.getOrDefault('s', ""));
            var key = new PBEKeySpec(password.toCharArray(), salt, iterations, LENGTH);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key).getEncoded();
        } catch (IllegalArgumentException e) {
            throw new IOException("the server sent no salt or number of iterations", e);
        }
    }

    private static byte[] proof(byte[] clientKey, byte[] all) throws GeneralSecurityException {
        var signature = keyed(MessageDigest.getInstance("SHA-256").digest(clientKey), all);
        var proof = clientKey.clone();
        for (var i = 0; i < proof.length; i++) {
            proof[i] ^= signature[i];
        }
        return proof;
    }

    /** The server proves itself: v=signature. Returns nothing more to say. */
    String end(String said) throws IOException {
        var fields = fields(said);
        try {
            if (!MessageDigest.isEqual(expected, Base64.getDecoder().decode(fields.getOrDefault('v', "")))) {
                throw new IOException(fields.containsKey('e') ? Shown.line(fields.get('e')) : "its signature is wrong");
            }
            return "";
        } catch (IllegalArgumentException e) {
            throw new IOException("its signature is malformed", e);
        }
    }

    private static Map<Character, String> fields(String said) {
        var fields = new HashMap<Character, String>();
        for (var field : said.split(",")) {
            if (field.length() >= 2 && field.charAt(1) == '=') {
                fields.put(field.charAt(0), field.substring(2));
            }
        }
        return fields;
    }

    private static byte[] keyed(byte[] key, byte[] text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }
}
