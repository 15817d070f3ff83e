package jmonit.os.live;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jmonit.os.PrivateKeys;

/** A file of certificates and keys between dashes, with whatever text around them. */
record Pem(Path path, String text) {

    static Pem of(Path path) throws IOException {
        try {
            return new Pem(path, Files.readString(path, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw Failure.to("read", path.toString(), e);
        }
    }

    /** Empty where there are none. */
    List<Certificate> certificates() throws CertificateException {
        var factory = CertificateFactory.getInstance("X.509");
        var found = new ArrayList<Certificate>();
        for (byte[] piece : pieces("CERTIFICATE")) {
            found.add(factory.generateCertificate(new ByteArrayInputStream(piece)));
        }
        return found;
    }

    PrivateKey key() throws IOException {
        return PrivateKeys.of(text, path.toString());
    }

    private List<byte[]> pieces(String what) throws CertificateException {
        Matcher matcher = Pattern.compile("-----BEGIN " + what + "-----([^-]+)-----END").matcher(text);
        var pieces = new ArrayList<byte[]>();
        while (matcher.find()) {
            pieces.add(Base64.getMimeDecoder().decode(matcher.group(1)));
        }
        return pieces;
    }
}
