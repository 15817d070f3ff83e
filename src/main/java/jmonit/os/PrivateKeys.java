package jmonit.os;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Private keys in every form OpenSSL writes: PKCS 8, and its own older ones for RSA and elliptic curves. Messages never quote what is in there. */
public final class PrivateKeys {

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "Ed448");
    private static final byte[] VERSION = Der.of(Der.INTEGER, new byte[] {0});
    private static final byte[] RSA = {0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0};
    private static final byte[] EC = {0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

    private PrivateKeys() {
    }

    /** The first key of a file with this text. */
    public static PrivateKey of(String text, String path) throws IOException {
        var blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            switch (blocks.group(1)) {
                case "PRIVATE KEY" -> {
                    return key(bytes(blocks.group(2), path), path);
                }
                case "RSA PRIVATE KEY" -> {
                    return key(Der.of(Der.SEQUENCE, VERSION, Der.of(Der.SEQUENCE, RSA), Der.of(Der.OCTETS, bytes(blocks.group(2), path))), path);
                }
                case "EC PRIVATE KEY" -> {
                    byte[] own = bytes(blocks.group(2), path);
                    byte[] curve = Der.find(own, Der.PARAMETERS);
                    return key(Der.of(Der.SEQUENCE, VERSION, Der.of(Der.SEQUENCE, EC, curve), Der.of(Der.OCTETS, own)), path);
                }
                case "ENCRYPTED PRIVATE KEY" -> throw locked(path);
                default -> {
                    // A certificate, parameters of a curve or of Diffie and Hellman.
                }
            }
        }
        throw new IOException(path + " holds no private key");
    }

    private static IOException locked(String path) {
        return new IOException("the private key in " + path + " is locked with a passphrase, which nobody can type here");
    }

    /** Which kind of key it is stands inside; the one that can read it is it. */
    private static PrivateKey key(byte[] bytes, String path) throws IOException {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
            } catch (InvalidKeySpecException e) {
                // Another kind, then.
                continue;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has " + algorithm, e);
            }
        }
        throw new IOException(path + " holds a private key of a kind that is not known here");
    }

    private static byte[] bytes(String block, String path) throws IOException {
        if (block.contains("Proc-Type:")) {
            throw locked(path);
        }
        try {
            return Base64.getMimeDecoder().decode(block);
        } catch (IllegalArgumentException e) {
            throw new IOException(path + " is damaged", e);
        }
    }
}
