package jmonit.os.live;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;

import javax.net.ssl.X509TrustManager;

/** Takes certificates that a trusted authority has signed; of names, like Monit, it asks nothing: a machine is often tested by its address. */
final class Verification extends ServerTrust {

    private static final String SELF_SIGNED =
            "self signed certificate is not allowed, please use a trusted certificate or use the 'selfsigned: allow' SSL option";

    private final X509TrustManager authorities;
    private final boolean allowSelfSigned;

    /** The certificate does not pass; the message says why, in OpenSSL's words where it has some. */
    static final class Refused extends CertificateException {

        private static final long serialVersionUID = 1;

        Refused(String because) {
            super(because);
        }

        Refused(String because, Exception cause) {
            super(because, cause);
        }
    }

    Verification(X509TrustManager authorities, boolean allowSelfSigned) {
        this.authorities = authorities;
        this.allowSelfSigned = allowSelfSigned;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        try {
            authorities.checkServerTrusted(chain, type);
        } catch (CertificateException e) {
            boolean selfSigned = chain[0].getSubjectX500Principal().equals(chain[0].getIssuerX500Principal());
            if (!selfSigned) {
                throw new Refused(reason(e), e);
            }
            selfSigned(chain[0], e);
        }
    }

    private void selfSigned(X509Certificate certificate, CertificateException cause) throws CertificateException {
        if (!allowSelfSigned) {
            throw new Refused(SELF_SIGNED, cause);
        }
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            throw new Refused(reason(e), e);
        }
    }

    private static String reason(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CertificateExpiredException _ -> {
                    return "certificate has expired";
                }
                case CertificateNotYetValidException _ -> {
                    return "certificate is not yet valid";
                }
                case CertPathValidatorException broken -> {
                    return broken.getMessage();
                }
                default -> {
                    // What it was caused by may tell more.
                }
            }
        }
        return "unable to get local issuer certificate";
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.getAcceptedIssuers();
    }
}
