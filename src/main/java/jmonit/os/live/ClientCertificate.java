package jmonit.os.live;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** The certificate we show to a server that asks for one, with its key, both in one PEM file. */
final class ClientCertificate {

    private static final List<String> KINDS = List.of("RSA", "EC", "EdDSA");
    private static final char[] NO_PASSWORD = {};

    private ClientCertificate() {
    }

    static KeyManager[] of(String path) throws IOException, GeneralSecurityException {
        var pem = Pem.of(Path.of(path));
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("client", key(pem), NO_PASSWORD, pem.certificates().toArray(Certificate[]::new));
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static PrivateKey key(Pem pem) throws IOException, GeneralSecurityException {
        var encoded = new PKCS8EncodedKeySpec(pem.key());
        for (var kind : KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(encoded);
            } catch (InvalidKeySpecException e) {
                // A key of another kind.
            }
        }
        throw new IOException("the key in " + pem.path() + " is neither RSA nor EC nor EdDSA");
    }
}
