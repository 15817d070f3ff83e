package jmonit.protocol;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** A public key as a secure shell server shows it. */
record SshHostKey(byte[] blob) {

    /** What X.509 says before a key that is only bytes. */
    private static final Map<String, String> PREFIXES = Map.of(
            "ssh-ed25519", "302a300506032b6570032100",
            "ecdsa-sha2-nistp256", "3059301306072a8648ce3d020106082a8648ce3d030107034200",
            "ecdsa-sha2-nistp384", "3076301006072a8648ce3d020106052b81040022036200",
            "ecdsa-sha2-nistp521", "30819b301006072a8648ce3d020106052b8104002303818600");
    private static final Map<String, String> SIGNATURES = Map.of(
            "ssh-ed25519", "Ed25519",
            "ecdsa-sha2-nistp256", "SHA256withECDSAinP1363Format",
            "ecdsa-sha2-nistp384", "SHA384withECDSAinP1363Format",
            "ecdsa-sha2-nistp521", "SHA512withECDSAinP1363Format",
            "rsa-sha2-256", "SHA256withRSA",
            "rsa-sha2-512", "SHA512withRSA");
    private static final Map<String, Integer> LENGTHS = Map.of("ecdsa-sha2-nistp256", 32, "ecdsa-sha2-nistp384", 48, "ecdsa-sha2-nistp521", 66);
    private static final String RSA = "ssh-rsa";
    private static final int LARGEST_RSA = 16_384;

    String type() throws IOException {
        return SshFields.of(blob).text();
    }

    /** As ssh-keygen(1) shows it: "SHA256:" and 43 letters. */
    String fingerprint() throws GeneralSecurityException {
        return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256").digest(blob));
    }

    /** Whether {@code signature} of {@code bytes} was made with the secret half of this key, by this algorithm. */
    boolean signed(byte[] bytes, byte[] signature, String algorithm) throws IOException, GeneralSecurityException {
        var fields = SshFields.of(signature);
        if (!fields.text().equals(algorithm) || !algorithm.startsWith("rsa-") && !algorithm.equals(type())) {
            return false;
        }
        var verifier = Signature.getInstance(SIGNATURES.get(algorithm));
        verifier.initVerify(key());
        verifier.update(bytes);
        return verifier.verify(raw(fields.bytes(), algorithm));
    }

    /** Both numbers of an ECDSA signature in their full length; other signatures are as they are. */
    private static byte[] raw(byte[] signature, String algorithm) throws IOException, GeneralSecurityException {
        if (!LENGTHS.containsKey(algorithm)) {
            return signature;
        }
        var fields = SshFields.of(signature);
        int length = LENGTHS.get(algorithm);
        return new Packet().put(padded(fields.bytes(), length)).put(padded(fields.bytes(), length)).bytes();
    }

    private static byte[] padded(byte[] number, int length) throws GeneralSecurityException {
        if (number.length > length + 1) {
            throw new GeneralSecurityException("a number of the signature is too long");
        }
        var padded = new byte[length];
        var taken = Math.min(number.length, length);
        System.arraycopy(number, number.length - taken, padded, length - taken, taken);
        return padded;
    }

    private PublicKey key() throws IOException, GeneralSecurityException {
        var fields = SshFields.of(blob);
        var type = fields.text();
        if (type.equals(RSA)) {
            return rsa(new BigInteger(1, fields.bytes()), new BigInteger(1, fields.bytes()));
        }
        if (!PREFIXES.containsKey(type)) {
            throw new GeneralSecurityException("its type is " + Shown.line(type));
        }
        if (type.startsWith("ecdsa-")) {
            fields.bytes();
        }
        var encoded = new Packet().put(HexFormat.of().parseHex(PREFIXES.get(type))).put(fields.bytes()).bytes();
        return KeyFactory.getInstance(type.startsWith("ecdsa-") ? "EC" : "Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static PublicKey rsa(BigInteger exponent, BigInteger modulus) throws GeneralSecurityException {
        if (modulus.bitLength() > LARGEST_RSA || exponent.bitLength() > Long.SIZE) {
            throw new GeneralSecurityException("its numbers are too large");
        }
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SshHostKey(byte[] same) && Arrays.equals(blob, same);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(blob);
    }
}
