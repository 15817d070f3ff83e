package jmonit.os.live;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

import javax.net.ssl.X509ExtendedTrustManager;

import jmonit.model.Tls;

/** Takes one certificate only, and that only if it passes otherwise, too. */
final class PinnedCertificate extends ServerTrust {

    private final Tls.Sum sum;
    private final X509ExtendedTrustManager passing;

    PinnedCertificate(Tls.Sum sum, X509ExtendedTrustManager passing) {
        this.sum = sum;
        this.passing = passing;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        passing.checkServerTrusted(chain, type);
        try {
            var found = MessageDigest.getInstance(sum.digest().algorithm()).digest(chain[0].getEncoded());
            if (!HexFormat.of().formatHex(found).equalsIgnoreCase(sum.value())) {
                throw new Verification.Refused("SSL server certificate checksum failed");
            }
        } catch (GeneralSecurityException e) {
            throw e instanceof Verification.Refused refused ? refused : new CertificateException(e.getMessage(), e);
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return passing.getAcceptedIssuers();
    }
}
