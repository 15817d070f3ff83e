package jmonit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jmonit.model.Httpd;
import jmonit.model.Tls;
import jmonit.os.OlderTls;
import jmonit.os.live.LiveAccounts;
import jmonit.os.live.LiveFiles;
import jmonit.os.live.LiveHashes;
import jmonit.os.live.LiveLogins;
import jmonit.os.live.LiveTicker;

@Tag("live")
class ServerTlsLiveTest {

    private static final int PATIENCE = 20_000;

    @TempDir
    private Path folder;

    private final List<WebServer> open = new ArrayList<>();
    private int port;

    @BeforeEach
    void needsOpenssl() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "keys are made with /usr/bin/openssl");
    }

    @AfterEach
    void close() {
        open.forEach(WebServer::close);
    }

    private void openssl(String arguments) throws Exception {
        var process = new ProcessBuilder(("/usr/bin/openssl " + arguments).split(" ")).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.log").toFile()).start();
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), "openssl hangs");
        assertEquals(0, process.exitValue(), Files.readString(folder.resolve("openssl.log")));
    }

    /** {@code name.key} and {@code name.crt}, signed by itself. */
    private void pair(String name, String key) throws Exception {
        openssl("genpkey " + key + " -out " + name + ".key");
        openssl("req -x509 -new -key " + name + ".key -subj /CN=" + name + " -days 2 -out " + name + ".crt");
    }

    private void signedPair(String name, String authority) throws Exception {
        openssl("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out " + name + ".key");
        openssl("req -new -key " + name + ".key -subj /CN=" + name + " -out " + name + ".csr");
        openssl("x509 -req -in " + name + ".csr -CA " + authority + ".crt -CAkey " + authority + ".key -CAcreateserial -days 2 -out " + name + ".crt");
    }

    private String file(String name, String... parts) throws IOException {
        var text = new StringBuilder();
        for (String part : parts) {
            text.append(Files.readString(folder.resolve(part)));
        }
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private void serve(Tls.Paths paths, boolean allowSelfSigned) throws IOException {
        port = WebServerLiveTest.freePort();
        var tls = new Tls(true, List.of(), Tls.Choice.UNSAID, allowSelfSigned ? Tls.Choice.YES : Tls.Choice.NO, "", paths, Tls.Sum.NONE, 0);
        var machine = new WebServer.Machine(new LiveFiles(), new LiveAccounts(), new WebServer.Keys(new LiveHashes(), new LiveLogins(new LiveAccounts())), InstantSource.system(), new LiveTicker());
        open.add(WebServer.open(new Httpd(List.of(new Httpd.Tcp(port, "127.0.0.1", tls, false)), List.of(), Httpd.Manners.USUAL, Stage.USERS),
                new Stage().service(), machine));
    }

    private static Tls.Paths pem(String pem) {
        return new Tls.Paths(pem, "", "", "", "", "");
    }

    private String ping(KeyManager... own) throws Exception {
        OlderTls.allow();
        var context = SSLContext.getInstance("TLS");
        context.init(own, new TrustManager[] {new Anybody()}, new SecureRandom());
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(("GET /_ping HTTP/1.0\r\nAuthorization: " + Stage.basic("admin", "monit") + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElse("nothing");
        }
    }

    /** Shows this certificate. */
    private KeyManager[] showing(String name) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", Pem.load(new LiveFiles(), folder.resolve(name + ".key").toString()).key(), new char[0],
                new X509Certificate[] {Pem.load(new LiveFiles(), folder.resolve(name + ".crt").toString()).certificates().getFirst()});
        var managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(store, new char[0]);
        return managers.getKeyManagers();
    }

    private static final class Anybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // A test of the server.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // A test of the server.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-algorithm RSA -pkeyopt rsa_keygen_bits:2048", "-algorithm EC -pkeyopt ec_paramgen_curve:P-384", "-algorithm Ed25519"})
    void speaksTlsWithKeysOfAllKinds(String key) throws Exception {
        pair("server", key);

        serve(pem(file("server.pem", "server.key", "server.crt")), false);

        assertEquals("HTTP/1.0 200 OK", ping());
    }

    @Test
    void readsKeysInTheirOldForms() throws Exception {
        pair("rsa", "-algorithm RSA -pkeyopt rsa_keygen_bits:2048");
        openssl("rsa -traditional -in rsa.key -out old.key");
        pair("ec", "-algorithm EC -pkeyopt ec_paramgen_curve:P-256");
        openssl("ec -in ec.key -out oldec.key");
        assertTrue(Files.readString(folder.resolve("old.key")).contains("BEGIN RSA PRIVATE KEY"));
        assertTrue(Files.readString(folder.resolve("oldec.key")).contains("BEGIN EC PRIVATE KEY"));

        serve(pem(file("one.pem", "old.key", "rsa.crt")), false);
        assertEquals("HTTP/1.0 200 OK", ping());
        serve(new Tls.Paths("", folder.resolve("ec.crt").toString(), folder.resolve("oldec.key").toString(), "", "", ""), false);
        assertEquals("HTTP/1.0 200 OK", ping());
    }

    @Test
    void saysWhatIsWrongWithAKey() throws Exception {
        pair("server", "-algorithm EC -pkeyopt ec_paramgen_curve:P-256");
        openssl("pkcs8 -topk8 -in server.key -passout pass:secret -out locked.key");

        assertTrue(fault(file("a.pem", "server.crt")).endsWith("a.pem holds no private key"));
        assertTrue(fault(file("b.pem", "server.key")).endsWith("b.pem holds no certificate"));
        assertTrue(fault(file("c.pem", "locked.key", "server.crt")).contains("locked with a passphrase"));
    }

    private String fault(String pem) {
        return assertThrows(IOException.class, () -> serve(pem(pem), false)).getMessage();
    }

    @Test
    void onlyClientsWithAKnownCertificateComeIn() throws Exception {
        pair("server", "-algorithm EC -pkeyopt ec_paramgen_curve:P-256");
        pair("authority", "-algorithm EC -pkeyopt ec_paramgen_curve:P-256");
        signedPair("known", "authority");
        signedPair("other", "authority");
        pair("itself", "-algorithm EC -pkeyopt ec_paramgen_curve:P-256");
        String clients = file("clients.pem", "known.crt", "authority.crt", "itself.crt");
        var paths = new Tls.Paths(file("server.pem", "server.key", "server.crt"), "", "", clients, "", "");

        serve(paths, false);
        assertEquals("HTTP/1.0 200 OK", ping(showing("known")));
        assertThrows(IOException.class, this::ping);
        assertThrows(IOException.class, () -> ping(showing("other")));
        assertThrows(IOException.class, () -> ping(showing("itself")));
        serve(paths, true);
        assertEquals("HTTP/1.0 200 OK", ping(showing("itself")));
        assertThrows(IOException.class, () -> ping(showing("other")));
    }
}
