package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

import jmonit.os.OlderTls;

/** A server that greets over TLS, with a certificate of its own signing that keytool has just made. */
final class EncryptedServer implements AutoCloseable {

    private static final char[] PASSWORD = "password".toCharArray();
    private static final byte[] GREETING = "hello".getBytes(StandardCharsets.US_ASCII);

    private final SSLServerSocket listening;
    private final X509Certificate certificate;
    private final KeyStore store;
    private volatile List<String> names = List.of();

    EncryptedServer(Path directory, int days, String... versions) throws Exception {
        var file = directory.resolve("store.p12");
        makeKey(file, days);
        store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        certificate = (X509Certificate) store.getCertificate("server");
        listening = (SSLServerSocket) context().getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        if (versions.length > 0) {
            listening.setEnabledProtocols(versions);
        }
        Thread.ofVirtual().start(this::serve);
    }

    private static void makeKey(Path file, int days) throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(keytool, "-genkeypair", "-keystore", file.toString(), "-storepass", new String(PASSWORD), "-alias", "server",
                "-keyalg", "EC", "-validity", String.valueOf(days), "-dname", "CN=plum").redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start();
        if (!made.waitFor(60, TimeUnit.SECONDS)) {
            made.destroyForcibly();
        }
        assertEquals(0, made.exitValue());
    }

    private SSLContext context() throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        OlderTls.allow();
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), new TrustManager[] {new AnyCertificate()}, null);
        return context;
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (var client = (SSLSocket) listening.accept()) {
                client.startHandshake();
                names = ((ExtendedSSLSession) client.getSession()).getRequestedServerNames().stream().map(EncryptedServer::name).toList();
                client.getOutputStream().write(GREETING);
            } catch (IOException e) {
                // A client that does not like what it sees.
            }
        }
    }

    private static String name(SNIServerName name) {
        return new String(name.getEncoded(), StandardCharsets.US_ASCII);
    }

    int port() {
        return listening.getLocalPort();
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** From now on clients are asked for a certificate and fail without. */
    void wantsClientCertificates() {
        listening.setNeedClientAuth(true);
    }

    /** What the last client asked for. */
    List<String> names() {
        return names;
    }

    /** Certificate and key as one PEM file. */
    Path pem(Path file) throws Exception {
        return Files.writeString(file, pem("CERTIFICATE", certificate.getEncoded()) + pem("PRIVATE KEY", store.getKey("server", PASSWORD).getEncoded()));
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + what + "-----\n";
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
