package jmonit.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

import jmonit.model.Tls;
import jmonit.os.Files;
import jmonit.os.OlderTls;

/** What an encrypted port shows, and whom it wants to see. */
record ServerTls(SSLContext context, List<String> versions, boolean clientsShow) {

    ServerTls {
        versions = List.copyOf(versions);
    }

    static ServerTls of(Tls tls, Files files) throws IOException {
        boolean separate = tls.paths().pem().isEmpty();
        var chain = Pem.load(files, separate ? tls.paths().chain() : tls.paths().pem()).certificates();
        var key = Pem.load(files, separate ? tls.paths().key() : tls.paths().pem()).key();
        boolean clientsShow = !tls.paths().clientPem().isEmpty();
        OlderTls.allow();
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(shown(chain, key), clientsShow ? known(tls, files) : new TrustManager[0], new SecureRandom());
            return new ServerTls(context, tls.versions().isEmpty() ? List.of("TLSv1.2", "TLSv1.3") : tls.versions(), clientsShow);
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate and key of the web server are of no use: " + e.getMessage(), e);
        }
    }

    private static TrustManager[] known(Tls tls, Files files) throws IOException {
        return new TrustManager[] {new KnownClients(Pem.load(files, tls.paths().clientPem()).certificates(), tls.selfSigned().yes())};
    }

    private static KeyManager[] shown(List<X509Certificate> chain, PrivateKey key) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var nobodySees = new char[0];
        store.setKeyEntry("server", key, nobodySees, chain.toArray(X509Certificate[]::new));
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, nobodySees);
        return managers.getKeyManagers();
    }
}
