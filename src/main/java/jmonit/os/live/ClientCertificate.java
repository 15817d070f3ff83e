package jmonit.os.live;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** The certificate we show to a server that asks for one, with its key, both in one PEM file. */
final class ClientCertificate {

    private static final char[] NO_PASSWORD = {};

    private ClientCertificate() {
    }

    static KeyManager[] of(String path) throws IOException, GeneralSecurityException {
        var pem = Pem.of(Path.of(path));
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("client", pem.key(), NO_PASSWORD, pem.certificates().toArray(Certificate[]::new));
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }
}
