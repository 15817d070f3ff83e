package jmonit.http;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Lets in whose own certificate stands in a file, together with the authority that signed it; one that signed itself only
 * where that is allowed.
 */
final class KnownClients extends X509ExtendedTrustManager {

    private final List<X509Certificate> known;
    private final boolean selfSigned;

    KnownClients(List<X509Certificate> known, boolean selfSigned) {
        this.known = List.copyOf(known);
        this.selfSigned = selfSigned;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        X509Certificate own = chain[0];
        if (!known.contains(own)) {
            throw new CertificateException("the certificate of the client is not known");
        }
        own.checkValidity();
        boolean itself = own.getSubjectX500Principal().equals(own.getIssuerX500Principal());
        if (itself ? !selfSigned : known.stream().noneMatch(c -> signed(c, own))) {
            throw new CertificateException("the certificate of the client is signed by nobody known");
        }
    }

    private static boolean signed(X509Certificate authority, X509Certificate one) {
        if (authority.getBasicConstraints() < 0 || !authority.getSubjectX500Principal().equals(one.getIssuerX500Principal())) {
            return false;
        }
        try {
            authority.checkValidity();
            one.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            // That is the answer.
            return false;
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("this is a server");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("this is a server");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("this is a server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return known.stream().filter(c -> c.getBasicConstraints() >= 0).toArray(X509Certificate[]::new);
    }
}
