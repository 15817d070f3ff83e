package jmonit.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.BuiltIn;
import jmonit.model.Answer;

/** PostgreSQL and MariaDB as their packages install them, asked by the real Monit and by us. */
@Tag("live")
@Tag("server")
class DatabasesLiveTest {

    @TempDir
    private Path folder;
    private int port;

    @BeforeEach
    void choosePort() throws IOException {
        port = RealServer.freePort();
    }

    private void assertSame(String verdict, String test) throws IOException, InterruptedException {
        Verdict.same(folder, test);
        assertEquals(verdict, Verdict.ours(test));
    }

    private void assertFails(String test) throws IOException, InterruptedException {
        Verdict.same(folder, test);
        assertNotEquals("", Verdict.ours(test));
    }

    // ---- PostgreSQL

    /** It does not run as root. */
    private String[] postgres(String program, String... arguments) throws IOException {
        var root = Path.of("/usr/lib/postgresql");
        assumeTrue(Files.isDirectory(root), "no PostgreSQL is installed");
        try (var versions = Files.list(root)) {
            var binary = versions.map(v -> v.resolve("bin").resolve(program)).filter(Files::isExecutable).findFirst().orElseThrow().toString();
            return asPostgres(binary, arguments);
        }
    }

    private static String[] asPostgres(String binary, String... arguments) {
        var root = Files.isReadable(Path.of("/etc/shadow"));
        var start = root ? Stream.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", binary) : Stream.of(binary);
        return Stream.concat(start, Stream.of(arguments)).toArray(String[]::new);
    }

    private RealServer serve(String access, String... more) throws IOException, InterruptedException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        var data = folder.resolve("data");
        if (!Files.exists(data)) {
            var password = Files.writeString(folder.resolve("password"), "x7Kq\n");
            run(postgres("initdb", "-D", data.toString(), "-N", "-U", "probe", "-A", "scram-sha-256", "--pwfile", password.toString()));
        }
        var rules = Files.writeString(folder.resolve("hba"), access + "\n");
        var fixed = postgres("postgres", "-D", data.toString(), "-p", port + "", "-h", "127.0.0.1", "-k", folder.toString(), "-c",
                "hba_file=" + rules, "-c", "fsync=off");
        var arguments = Stream.concat(Stream.of(fixed).skip(1), Stream.of(more)).toArray(String[]::new);
        return RealServer.start(folder, fixed[0], arguments).awaitOutput("ready to accept connections");
    }

    private void run(String[] command) throws IOException, InterruptedException {
        RealServer.run(folder, command[0], Stream.of(command).skip(1).toArray(String[]::new));
    }

    @Test
    void postgresWithScram() throws Exception {
        try (var server = serve("host all all 127.0.0.1/32 scram-sha-256\nlocal all all scram-sha-256")) {
            var login = "port " + port + " protocol pgsql username \"probe\" password \"x7Kq\"";
            assertSame("", "port " + port + " protocol pgsql");
            assertSame("", login + " database \"postgres\"");
            assertSame("", "unixsocket " + folder + "/.s.PGSQL." + port + " protocol pgsql username \"probe\" password \"x7Kq\" database \"postgres\"");
            // Monit does not know this way to log in, and is content with the question.
            assertEquals("PGSQL: startup message error -- Severity=FATAL, Code=28P01, Message=password authentication failed for user \"probe\"",
                    Verdict.ours(login.replace("x7Kq", "wrong")));
            assertEquals("PGSQL: startup message error -- Severity=FATAL, Code=3D000, Message=database \"none\" does not exist",
                    Verdict.ours(login + " database \"none\""));
            server.suspend();
            // Monit takes silence for an answer here.
            assertEquals("PGSQL: response header read error -- Resource temporarily unavailable",
                    Verdict.ours(login + " database \"postgres\" timeout 1 seconds"));
            server.resume();
            server.close();
            assertFails(login);
        }
    }

    @Test
    void postgresWithOtherWaysIn() throws Exception {
        try (var _ = serve("host all probe 127.0.0.1/32 password\nhost all all 127.0.0.1/32 reject")) {
            var login = "port " + port + " protocol pgsql username \"probe\" password \"x7Kq\" database \"postgres\"";
            assertSame("", login);
            assertSame("PGSQL: startup message error -- Severity=FATAL, Code=28P01, Message=password authentication failed for user \"probe\"",
                    login.replace("x7Kq", "wrong"));
            assertFails("port " + port + " protocol pgsql username \"other\"");
            assertSame("", "port " + port + " protocol pgsql");
        }
    }

    @Test
    void postgresOverTls() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        var key = folder.resolve("key").toString();
        var certificate = folder.resolve("certificate").toString();
        run(asPostgres(RealServer.program("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=plum", "-days", "30", "-keyout", key, "-out",
                certificate));
        var login = "port " + port + " protocol pgsql username \"probe\" password \"x7Kq\" database \"postgres\"";
        try (var _ = serve("hostssl all all 127.0.0.1/32 scram-sha-256", "-c", "ssl=on", "-c", "ssl_key_file=" + key, "-c", "ssl_cert_file=" + certificate)) {
            var encrypted = login + " certificate valid > 10 days ssl with options {starttls: enable}";
            assertEquals(29, assertInstanceOf(Answer.Certified.class, Verdict.answer(BuiltIn.CATALOG, encrypted)).days());
            assertNotEquals("", Verdict.ours(login));
        }
        try (var _ = serve("host all all 127.0.0.1/32 scram-sha-256")) {
            assertEquals("PGSQL: the server does not support TLS", Verdict.ours(login + " ssl with options {starttls: enable}"));
        }
    }

    // ---- MariaDB

    private RealServer start(String... more) throws IOException, InterruptedException {
        var data = folder.resolve("data");
        if (!Files.exists(data)) {
            RealServer.run(folder, "mariadb-install-db", "--no-defaults", "--datadir=" + data, "--auth-root-authentication-method=normal",
                    "--skip-test-db", "--skip-name-resolve", "--user=root");
        }
        var accounts = Files.writeString(folder.resolve("accounts"), """
                CREATE OR REPLACE USER 'probe'@'%' IDENTIFIED BY 'x7Kq';
                CREATE OR REPLACE USER 'open'@'%';
                CREATE OR REPLACE USER 'signer'@'%' IDENTIFIED VIA ed25519 USING PASSWORD('a long password of the signer');
                """);
        var arguments = Stream.concat(Stream.of("--no-defaults", "--datadir=" + data, "--user=root", "--port=" + port, "--bind-address=127.0.0.1",
                "--socket=" + folder.resolve("sock"), "--init-file=" + accounts, "--skip-name-resolve", "--plugin-load-add=auth_ed25519", "--innodb-flush-log-at-trx-commit=0"), Stream.of(more));
        return RealServer.start(folder, "mariadbd", arguments.toArray(String[]::new)).awaitOutput("ready for connections").awaitPort(port);
    }

    @Test
    void mariadb() throws Exception {
        try (var server = start()) {
            var login = "port " + port + " protocol mysql username \"probe\" password \"x7Kq\"";
            assertSame("", "port " + port + " protocol mysql");
            assertSame("", login);
            assertSame("", "port " + port + " protocol mysql username \"open\" password \"\"");
            assertSame("", "unixsocket " + folder.resolve("sock") + " protocol mysql username \"probe\" password \"x7Kq\"");
            assertFails(login.replace("x7Kq", "wrong"));
            // Monit does not know the plug-in.
            assertEquals("", Verdict.ours(login.replace("probe", "signer").replace("x7Kq", "a long password of the signer")));
            assertNotEquals("", Verdict.ours(login.replace("probe", "signer")));
            assertSame("The MySQL server doesn't support SSL", login.replace("mysql", "mysqls"));
            server.suspend();
            assertFails(login + " timeout 1 seconds");
            server.resume();
            server.close();
            assertFails(login);
        }
    }

    @Test
    void mariadbOverTls() throws Exception {
        RealServer.run(folder, "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=plum", "-days", "30", "-keyout",
                folder.resolve("key").toString(), "-out", folder.resolve("cert").toString());
        try (var _ = start("--ssl-cert=" + folder.resolve("cert"), "--ssl-key=" + folder.resolve("key"))) {
            var login = "port " + port + " protocol mysqls username \"probe\" password \"x7Kq\"";
            assertSame("", login);
            assertFails(login.replace("x7Kq", "wrong"));
            assertSame("", "port " + port + " protocol mysqls");
            assertEquals(29, assertInstanceOf(Answer.Certified.class, Verdict.answer(BuiltIn.CATALOG, login + " certificate valid > 10 days")).days());
            // Monit encrypts from the first byte where "ssl" is written, which no server of these understands.
            assertEquals("SSL server certificate verification error: self signed certificate is not allowed, please use a trusted certificate or use "
                    + "the 'selfsigned: allow' SSL option", Verdict.ours(login + " ssl with options {verify: enable}"));
        }
    }
}
