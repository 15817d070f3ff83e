package jmonit.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.BuiltIn;
import jmonit.model.Answer;
import jmonit.model.Phase;

/** OpenSSL's server with certificates and ciphers of every kind: the real Monit passes and fails where we do. */
@Tag("live")
@Tag("server")
class TlsServersTest {

    @TempDir
    private Path folder;

    /** A certificate of one name that began so many days ago. */
    private void makeCertificate(String name, String begin, int days, String... signer) throws Exception {
        var store = folder.resolve(name + ".p12").toString();
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = Stream.concat(Stream.of("-genkeypair", "-keystore", store, "-storepass", "password", "-alias", "it", "-keyalg", "RSA",
                "-keysize", "2048", "-startdate", begin, "-validity", days + "", "-dname", "CN=" + name), Stream.of(signer)).toArray(String[]::new);
        RealServer.run(folder, keytool, command);
        RealServer.run(folder, "openssl", "pkcs12", "-in", store, "-passin", "pass:password", "-nodes", "-out", folder + "/" + name + ".pem");
    }

    private RealServer serve(int port, String name, String... more) throws Exception {
        var arguments = Stream.concat(Stream.of("s_server", "-accept", "127.0.0.1:" + port, "-cert", folder + "/" + name + ".pem",
                "-key", folder + "/" + name + ".pem", "-www", "-quiet"), Stream.of(more)).toArray(String[]::new);
        return RealServer.start(folder, "openssl", arguments).awaitPort(port);
    }

    private static String https(int port, String options) {
        return "port " + port + " protocol https with ssl options { " + options + " }";
    }

    private void bothPass(String test) throws Exception {
        assertEquals(Verdict.GOOD, Verdict.monit(folder, test), test);
        assertEquals(Verdict.GOOD, Verdict.ours(test), test);
    }

    private void bothFail(String test) throws Exception {
        assertNotEquals(Verdict.GOOD, Verdict.monit(folder, test), test);
        assertNotEquals(Verdict.GOOD, Verdict.ours(test), test);
    }

    @Test
    void certificates() throws Exception {
        makeCertificate("plum", "-1d", 30);
        var port = RealServer.freePort();
        try (var _ = serve(port, "plum")) {
            bothPass(https(port, "verify: disable"));
            bothFail(https(port, "verify: enable"));
            bothPass(https(port, "verify: enable, selfsigned: allow"));
            bothPass(https(port, "verify: enable, selfsigned: allow, cacertificatefile: " + folder + "/plum.pem"));
            bothPass("port " + port + " protocol https certificate valid > 20 days");
            bothFail("port " + port + " protocol https certificate checksum d41d8cd98f00b204e9800998ecf8427e");
            bothPass("port " + port + " protocol https certificate checksum " + sum("plum", "-md5"));
            bothPass("port " + port + " protocol https certificate checksum " + sum("plum", "-sha1"));
        }
    }

    private String sum(String name, String digest) throws Exception {
        var said = RealServer.run(folder, "openssl", "x509", "-in", folder + "/" + name + ".pem", "-noout", "-fingerprint", digest);
        return said.strip().replaceAll(".*=|:", "").toLowerCase(java.util.Locale.ROOT);
    }

    @Test
    void theTimeOfAnAnswerHasParts() throws Exception {
        makeCertificate("plum", "-1d", 30);
        var port = RealServer.freePort();
        try (var _ = serve(port, "plum")) {
            var encrypted = assertInstanceOf(Answer.Certified.class, Verdict.answer(BuiltIn.CATALOG, "port " + port + " protocol https"));
            var opened = assertInstanceOf(Answer.Succeeded.class, Verdict.answer(BuiltIn.CATALOG, "port " + port));

            assertEquals(List.of(Phase.CONNECT, Phase.TLS, Phase.FIRST_BYTE), encrypted.phases().stream().map(Phase.Time::phase).toList());
            var sum = encrypted.phases().stream().map(Phase.Time::took).reduce(Duration.ZERO, Duration::plus);
            assertTrue(sum.compareTo(encrypted.took()) <= 0, encrypted::toString);
            assertEquals(List.of(), opened.phases());
        }
    }

    @Test
    void anExpiredCertificate() throws Exception {
        makeCertificate("pear", "-30d", 10);
        var port = RealServer.freePort();
        try (var _ = serve(port, "pear")) {
            bothPass(https(port, "verify: disable"));
            bothFail(https(port, "verify: enable, selfsigned: allow"));
        }
    }

    @Test
    void versions() throws Exception {
        makeCertificate("plum", "-1d", 30);
        var port = RealServer.freePort();
        try (var _ = serve(port, "plum", "-tls1_2")) {
            bothPass(https(port, "version: auto"));
            bothPass(https(port, "version: tlsv12"));
            bothFail(https(port, "version: tlsv13"));
        }
    }

    @Test
    void ciphers() throws Exception {
        makeCertificate("plum", "-1d", 30);
        var port = RealServer.freePort();
        try (var _ = serve(port, "plum", "-tls1_2", "-cipher", "AES256-GCM-SHA384")) {
            bothPass(https(port, "version: tlsv12"));
            bothPass(https(port, "version: tlsv12, ciphers: \"AES256-GCM-SHA384\""));
            bothPass(https(port, "version: tlsv12, ciphers: \"HIGH:!aNULL\""));
            bothFail(https(port, "version: tlsv12, ciphers: \"ECDHE-RSA-AES128-GCM-SHA256\""));
            bothFail(https(port, "version: tlsv12, ciphers: \"ALL:!kRSA\""));
        }
    }

    @Test
    void clientCertificates() throws Exception {
        makeCertificate("plum", "-1d", 30);
        var port = RealServer.freePort();
        RealServer.run(folder, "openssl", "rsa", "-traditional", "-in", folder + "/plum.pem", "-out", folder + "/old.key");
        RealServer.run(folder, "openssl", "x509", "-in", folder + "/plum.pem", "-out", folder + "/plum.crt");
        Files.writeString(folder.resolve("old.pem"), Files.readString(folder.resolve("old.key")) + Files.readString(folder.resolve("plum.crt")));
        try (var _ = serve(port, "plum", "-tls1_2", "-Verify", "1", "-CAfile", folder + "/plum.crt")) {
            for (var form : List.of("plum.pem", "old.pem")) {
                bothPass(https(port, "version: tlsv12, clientpemfile: " + folder + "/" + form));
            }
            bothFail(https(port, "version: tlsv12"));
        }
    }
}
