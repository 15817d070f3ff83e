package jmonit.os.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

import javax.net.ssl.SSLSocketFactory;

/** Puts TLS over a connection that is there, as often as a library asks; opens none. */
final class Encryption extends SSLSocketFactory {

    private final Handshake handshake;
    private final String host;

    Encryption(Handshake handshake, String host) {
        this.handshake = handshake;
        this.host = host;
    }

    /** The library shakes hands itself, and is told there when the certificate does not pass. */
    @Override
    public Socket createSocket(Socket plain, String ignored, int port, boolean autoClose) throws IOException {
        return handshake.prepared(plain, host);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return new String[0];
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return new String[0];
    }

    @Override
    public Socket createSocket(String to, int port) throws IOException {
        throw none();
    }

    @Override
    public Socket createSocket(String to, int port, InetAddress from, int fromPort) throws IOException {
        throw none();
    }

    @Override
    public Socket createSocket(InetAddress to, int port) throws IOException {
        throw none();
    }

    @Override
    public Socket createSocket(InetAddress to, int port, InetAddress from, int fromPort) throws IOException {
        throw none();
    }

    private static IOException none() {
        return new IOException("connections are opened elsewhere");
    }
}
