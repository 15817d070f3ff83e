package jmonit.os.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

import jmonit.model.Tls;
import jmonit.os.OlderTls;

/** Puts TLS over a connection, as a test of a server asks for it. */
final class Handshake {

    private static final String VERIFICATION = "SSL server certificate verification error: ";

    private static final List<String> USUAL_VERSIONS = List.of("TLSv1.3", "TLSv1.2");

    private final Tls how;
    private final Authorities authorities;

    Handshake(Tls how, Authorities authorities) {
        this.how = how;
        this.authorities = authorities;
    }

    /** Closing what is returned closes the plain socket. */
    SSLSocket over(Socket plain, String host) throws IOException {
        return over(plain, host, List.of());
    }

    /** Offers to speak one of these protocols then. Closing what is returned closes the plain socket. */
    SSLSocket over(Socket plain, String host, List<String> protocols) throws IOException {
        var socket = prepared(plain, host);
        if (!protocols.isEmpty()) {
            var parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(protocols.toArray(String[]::new));
            socket.setSSLParameters(parameters);
        }
        try {
            socket.startHandshake();
        } catch (IOException e) {
            throw new IOException(reason(e), e);
        }
        return socket;
    }

    /** All but the handshake, for whoever begins that himself. */
    SSLSocket prepared(Socket plain, String host) throws IOException {
        // Each connection has a context of its own: with a resumed session nobody would see that the certificate is another one.
        var socket = (SSLSocket) context().getSocketFactory().createSocket(plain, host, plain.getPort(), true);
        var parameters = socket.getSSLParameters();
        parameters.setServerNames(names(host));
        parameters.setProtocols(versions().stream().map(v -> v.equals("TLSv1.0") ? "TLSv1" : v).toArray(String[]::new));
        if (!how.ciphers().isEmpty()) {
            parameters.setCipherSuites(Ciphers.of(how.ciphers(), List.of(socket.getSupportedCipherSuites())).toArray(String[]::new));
        }
        socket.setSSLParameters(parameters);
        return socket;
    }

    private List<String> versions() {
        return how.versions().isEmpty() ? USUAL_VERSIONS : how.versions();
    }

    private SSLContext context() throws IOException {
        OlderTls.allow();
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(keys(), new TrustManager[] {trust()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("SSL connection error: " + e.getMessage(), e);
        }
    }

    private KeyManager[] keys() throws IOException, GeneralSecurityException {
        return how.paths().clientPem().isEmpty() ? new KeyManager[0] : ClientCertificate.of(how.paths().clientPem());
    }

    private X509ExtendedTrustManager trust() throws IOException, GeneralSecurityException {
        var passing = how.verify().yes() ? new Verification(authorities.of(how.paths()), how.selfSigned().yes()) : new AnyCertificate();
        return how.checksum().value().isEmpty() ? passing : new PinnedCertificate(how.checksum(), passing);
    }

    /** An address is no name to ask for. */
    private static List<SNIServerName> names(String host) {
        try {
            InetAddress.ofLiteral(host);
            return List.of();
        } catch (IllegalArgumentException name) {
            return name(host);
        }
    }

    private static List<SNIServerName> name(String host) {
        try {
            return List.of(new SNIHostName(host));
        } catch (IllegalArgumentException e) {
            // No name the standard allows, such as one with an underscore at its end; servers get along without.
            return List.of();
        }
    }

    private static String reason(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Verification.Refused refused) {
                return VERIFICATION + refused.getMessage();
            }
        }
        return "SSL connection error: " + Spoken.tls(failure);
    }

    static Instant expiry(SSLSocket socket) throws IOException {
        return certificate(socket).getNotAfter().toInstant();
    }

    private static X509Certificate certificate(SSLSocket socket) throws SSLPeerUnverifiedException {
        Certificate first = socket.getSession().getPeerCertificates()[0];
        return (X509Certificate) first;
    }
}
