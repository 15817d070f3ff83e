package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.model.Digest;
import jmonit.model.Endpoint;
import jmonit.model.Family;
import jmonit.model.Tls;
import jmonit.os.Wire;

class HandshakeTest {

    private static final Tls ANY = tls(false, false, Tls.Paths.NONE);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private final LiveDialer dialer = new LiveDialer();

    @AfterEach
    void close() {
        dialer.close();
    }

    private static Tls tls(boolean verify, boolean allowSelfSigned, Tls.Paths paths) {
        return new Tls(true, List.of(), choice(verify), choice(allowSelfSigned), "", paths, Tls.Sum.NONE, 0);
    }

    private static Tls.Choice choice(boolean yes) {
        return yes ? Tls.Choice.YES : Tls.Choice.UNSAID;
    }

    private static Tls versions(String... versions) {
        return new Tls(true, List.of(versions), Tls.Choice.UNSAID, Tls.Choice.UNSAID, "", Tls.Paths.NONE, Tls.Sum.NONE, 0);
    }

    private static Tls pinned(Digest digest, String sum) {
        return new Tls(true, List.of(), Tls.Choice.UNSAID, Tls.Choice.UNSAID, "", Tls.Paths.NONE, new Tls.Sum(digest, sum), 0);
    }

    private Wire dial(int port) throws Exception {
        return dialer.dial(new Endpoint.Inet("127.0.0.1", port, Family.ANY, false, ""), PATIENCE);
    }

    private String greeting(EncryptedServer server, Tls how) throws Exception {
        try (var plain = dial(server.port()); var wire = plain.encrypted(how, "plum.example.org").wire()) {
            var into = new byte[5];
            int count = wire.receive(into);
            return new String(into, 0, Math.max(0, count), StandardCharsets.US_ASCII);
        }
    }

    private String refusal(EncryptedServer server, Tls how) {
        return assertThrows(IOException.class, () -> greeting(server, how)).getMessage();
    }

    @Test
    void readsWhatIsSaidUnderEncryptionAndAsksForTheServerByName() throws Exception {
        try (var server = new EncryptedServer(directory, 10)) {
            assertEquals("hello", greeting(server, ANY));
            assertEquals(List.of("plum.example.org"), server.names());
        }
    }

    @Test
    void tellsWhenTheCertificateEnds() throws Exception {
        try (var server = new EncryptedServer(directory, 10); var plain = dial(server.port())) {
            var encrypted = plain.encrypted(ANY, "127.0.0.1");

            assertEquals(server.certificate().getNotAfter().toInstant(), encrypted.expiry());
            encrypted.wire().close();
        }
    }

    @Test
    void refusesASelfSignedCertificateWhereCertificatesAreVerified() throws Exception {
        try (var server = new EncryptedServer(directory, 10)) {
            assertEquals("SSL server certificate verification error: self signed certificate is not allowed, please use a trusted certificate"
                    + " or use the 'selfsigned: allow' SSL option", refusal(server, tls(true, false, Tls.Paths.NONE)));
            assertEquals("hello", greeting(server, tls(true, true, Tls.Paths.NONE)));
        }
    }

    @Test
    void trustsTheAuthoritiesOfAFileOrADirectory() throws Exception {
        try (var server = new EncryptedServer(directory, 10)) {
            var authorities = Files.createDirectory(directory.resolve("authorities"));
            var file = server.pem(authorities.resolve("authority.pem")).toString();
            Files.writeString(authorities.resolve("README"), "not a certificate");

            assertEquals("hello", greeting(server, tls(true, false, new Tls.Paths("", "", "", "", file, ""))));
            assertEquals("hello", greeting(server, tls(true, false, new Tls.Paths("", "", "", "", "", authorities.toString()))));
        }
    }

    @Test
    void showsTheCertificateOfAClient() throws Exception {
        try (var server = new EncryptedServer(directory, 10)) {
            server.wantsClientCertificates();
            var file = server.pem(directory.resolve("client.pem")).toString();

            assertEquals("hello", greeting(server, tls(false, false, new Tls.Paths("", "", "", file, "", ""))));
            assertThrows(IOException.class, () -> greeting(server, ANY));
        }
    }

    @Test
    void takesOnlyThePinnedCertificate() throws Exception {
        try (var server = new EncryptedServer(directory, 10)) {
            var sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(server.certificate().getEncoded()));

            assertEquals("hello", greeting(server, pinned(Digest.SHA1, sum)));
            assertEquals("SSL server certificate verification error: SSL server certificate checksum failed",
                    refusal(server, pinned(Digest.MD5, "0".repeat(32))));
        }
    }

    @Test
    void speaksOnlyTheVersionsThatAreNamed() throws Exception {
        try (var server = new EncryptedServer(directory, 10, "TLSv1.2")) {
            assertEquals("hello", greeting(server, versions("TLSv1.2")));
            assertEquals("SSL connection error: Received fatal alert: protocol_version", refusal(server, versions("TLSv1.3")));
            assertEquals("SSL connection error: Received fatal alert: protocol_version", refusal(server, versions("TLSv1.0")));
        }
    }

    @Test
    void speaksTheVersionsOfOldWhereTheyAreNamed() throws Exception {
        try (var server = new EncryptedServer(directory, 10, "TLSv1.1")) {
            assertEquals("hello", greeting(server, versions("TLSv1.1")));
            assertEquals("SSL connection error: Received fatal alert: protocol_version", refusal(server, ANY));
        }
    }

    @Test
    void saysThatAServerDoesNotSpeakTls() throws Exception {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greetPlainly(server));
            try (var plain = dial(server.getLocalPort())) {
                var e = assertThrows(IOException.class, () -> plain.encrypted(ANY, "plum"));

                assertTrue(e.getMessage().startsWith("SSL connection error: the server does not speak TLS"), e.getMessage());
            }
        }
    }

    private static void greetPlainly(ServerSocket server) {
        try (var client = server.accept()) {
            client.getOutputStream().write("220 plum is glad to see you\r\n".getBytes(StandardCharsets.US_ASCII));
            // Until the other side has read it and goes.
            client.getInputStream().readAllBytes();
        } catch (IOException e) {
            // The client has gone.
        }
    }
}
