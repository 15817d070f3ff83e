package jmonit.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import jmonit.os.Files;

/** Keys and certificates as OpenSSL writes them into files. Messages never quote what is in there. */
final class Pem {

    private static final long LARGEST = 1L << 20;
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "Ed448");
    private static final byte[] VERSION = Der.of(Der.INTEGER, new byte[] {0});
    private static final byte[] RSA = {0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0};
    private static final byte[] EC = {0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

    private final String path;
    private final List<Block> blocks;

    private record Block(String label, String text) {
    }

    private Pem(String path, List<Block> blocks) {
        this.path = path;
        this.blocks = blocks;
    }

    static Pem load(Files files, String path) throws IOException {
        var text = new String(files.read(path, LARGEST), StandardCharsets.ISO_8859_1);
        return new Pem(path, BLOCK.matcher(text).results().map(m -> new Block(m.group(1), m.group(2))).toList());
    }

    /** In the order of the file. */
    List<X509Certificate> certificates() throws IOException {
        var found = new ArrayList<X509Certificate>();
        for (Block block : blocks) {
            if (block.label().endsWith("CERTIFICATE")) {
                found.add(certificate(bytes(block)));
            }
        }
        if (found.isEmpty()) {
            throw new IOException(path + " holds no certificate");
        }
        return found;
    }

    private X509Certificate certificate(byte[] bytes) throws IOException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException e) {
            throw new IOException(path + " holds a certificate that cannot be read", e);
        }
    }

    PrivateKey key() throws IOException {
        for (Block block : blocks) {
            switch (block.label()) {
                case "PRIVATE KEY" -> {
                    return key(bytes(block));
                }
                case "RSA PRIVATE KEY" -> {
                    return key(Der.of(Der.SEQUENCE, VERSION, Der.of(Der.SEQUENCE, RSA), Der.of(Der.OCTETS, bytes(block))));
                }
                case "EC PRIVATE KEY" -> {
                    byte[] own = bytes(block);
                    byte[] curve = Der.find(own, Der.PARAMETERS);
                    return key(Der.of(Der.SEQUENCE, VERSION, Der.of(Der.SEQUENCE, EC, curve), Der.of(Der.OCTETS, own)));
                }
                case "ENCRYPTED PRIVATE KEY" -> throw locked();
                default -> {
                    // A certificate, parameters of a curve or of Diffie and Hellman.
                }
            }
        }
        throw new IOException(path + " holds no private key");
    }

    private IOException locked() {
        return new IOException("the private key in " + path + " is locked with a passphrase, which nobody can type here");
    }

    /** Which kind of key it is stands inside; the one that can read it is it. */
    private PrivateKey key(byte[] bytes) throws IOException {
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

    private byte[] bytes(Block block) throws IOException {
        if (block.text().contains("Proc-Type:")) {
            throw locked();
        }
        try {
            return Base64.getMimeDecoder().decode(block.text());
        } catch (IllegalArgumentException e) {
            throw new IOException(path + " is damaged", e);
        }
    }
}
