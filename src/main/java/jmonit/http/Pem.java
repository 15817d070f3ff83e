package jmonit.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import jmonit.os.Files;
import jmonit.os.PrivateKeys;

/** Keys and certificates as OpenSSL writes them into files. Messages never quote what is in there. */
final class Pem {

    private static final long LARGEST = 1L << 20;
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

    private final String path;
    private final String text;
    private final List<Block> blocks;

    private record Block(String label, String text) {
    }

    private Pem(String path, String text, List<Block> blocks) {
        this.path = path;
        this.text = text;
        this.blocks = blocks;
    }

    static Pem load(Files files, String path) throws IOException {
        var text = new String(files.read(path, LARGEST), StandardCharsets.ISO_8859_1);
        return new Pem(path, text, BLOCK.matcher(text).results().map(m -> new Block(m.group(1), m.group(2))).toList());
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
        return PrivateKeys.of(text, path);
    }

    private byte[] bytes(Block block) throws IOException {
        try {
            return Base64.getMimeDecoder().decode(block.text());
        } catch (IllegalArgumentException e) {
            throw new IOException(path + " is damaged", e);
        }
    }
}
