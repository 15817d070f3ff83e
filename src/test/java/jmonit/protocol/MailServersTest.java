package jmonit.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dovecot and Exim, with and without TLS, hanging, and with wrong passwords: the real Monit and we find the same. */
@Tag("live")
@Tag("server")
class MailServersTest {

    private static final String UPGRADED = " with ssl options { starttls: enable }";

    @TempDir
    private Path folder;

    @BeforeEach
    void makeACertificate() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        RealServer.run(folder, "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "30",
                "-keyout", folder + "/key.pem", "-out", folder + "/cert.pem");
        Files.setPosixFilePermissions(folder.resolve("key.pem"), PosixFilePermissions.fromString("rw-r--r--"));
    }

    private record Ports(int imap, int imaps, int pop, int pops, int sieve, int lmtp) {

        static Ports free() throws Exception {
            return new Ports(RealServer.freePort(), RealServer.freePort(), RealServer.freePort(), RealServer.freePort(), RealServer.freePort(),
                    RealServer.freePort());
        }
    }

    private RealServer dovecot(Ports ports) throws Exception {
        var file = Files.writeString(folder.resolve("dovecot.conf"), """
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = /dev/stderr
                protocols = imap pop3 sieve lmtp
                listen = 127.0.0.1
                ssl = yes
                ssl_cert = <%1$s/cert.pem
                ssl_key = <%1$s/key.pem
                passdb {
                  driver = static
                  args = password=secret
                }
                userdb {
                  driver = static
                  args = uid=nobody gid=nogroup home=%1$s
                }
                mail_location = maildir:%1$s/mail
                service imap-login {
                  inet_listener imap {
                    port = %2$d
                  }
                  inet_listener imaps {
                    port = %3$d
                    ssl = yes
                  }
                }
                service pop3-login {
                  inet_listener pop3 {
                    port = %4$d
                  }
                  inet_listener pop3s {
                    port = %5$d
                    ssl = yes
                  }
                }
                service managesieve-login {
                  inet_listener sieve {
                    port = %6$d
                  }
                }
                service lmtp {
                  inet_listener lmtp {
                    port = %7$d
                  }
                }
                """.formatted(folder, ports.imap(), ports.imaps(), ports.pop(), ports.pops(), ports.sieve(), ports.lmtp()));
        return RealServer.start(folder, "dovecot", "-F", "-c", file.toString()).awaitPort(ports.lmtp()).awaitPort(ports.sieve());
    }

    private void good(String test) throws Exception {
        Verdict.same(folder, test);
        assertEquals(Verdict.GOOD, Verdict.ours(test), test);
    }

    @Test
    void mailboxes() throws Exception {
        var ports = Ports.free();
        try (var server = dovecot(ports)) {
            good("port " + ports.imap() + " protocol imap");
            good("port " + ports.imaps() + " protocol imaps");
            good("port " + ports.pop() + " protocol pop");
            good("port " + ports.pops() + " protocol pops");
            good("port " + ports.sieve() + " protocol sieve");
            good("port " + ports.lmtp() + " protocol lmtp");
            good("port " + ports.imaps() + " protocol imaps certificate valid > 20 days");
            Verdict.same(folder, "port " + ports.imap() + " protocol pop");
            Verdict.same(folder, "port " + ports.pop() + " protocol imap");
            assertEquals("SSL connection error: the server does not speak TLS", Verdict.ours("port " + ports.imap() + " protocol imaps"));
            hanging(server, ports);
        }
    }

    private void hanging(RealServer server, Ports ports) throws Exception {
        var hurry = " with timeout 1 seconds";
        server.suspend();
        Verdict.same(folder, "port " + ports.imap() + " protocol imap" + hurry);
        Verdict.same(folder, "port " + ports.pop() + " protocol pop" + hurry);
        Verdict.same(folder, "port " + ports.sieve() + " protocol sieve" + hurry);
        Verdict.same(folder, "port " + ports.lmtp() + " protocol lmtp" + hurry);
        assertEquals("SSL connection error: Resource temporarily unavailable", Verdict.ours("port " + ports.imaps() + " protocol imaps" + hurry));
    }

    @Test
    void mailboxesChangeOverToTls() throws Exception {
        var ports = Ports.free();
        try (var _ = dovecot(ports)) {
            assertEquals(Verdict.GOOD, Verdict.ours("port " + ports.imap() + " protocol imap" + UPGRADED + " certificate valid > 20 days"));
            assertEquals(Verdict.GOOD, Verdict.ours("port " + ports.pop() + " protocol pop" + UPGRADED));
            assertEquals(Verdict.GOOD, Verdict.ours("port " + ports.sieve() + " protocol sieve" + UPGRADED));
            assertEquals(Verdict.GOOD, Verdict.ours("port " + ports.lmtp() + " protocol lmtp" + UPGRADED));
            var verified = Verdict.ours("port " + ports.imap() + " protocol imap with ssl options { starttls: enable, verify: enable }");
            assertTrue(verified.startsWith("SSL server certificate verification error: self signed certificate is not allowed"), verified);
        }
    }

    private RealServer exim(int port, int tlsPort) throws Exception {
        var file = Files.writeString(folder.resolve("exim.conf"), """
                primary_hostname = plum.example.org
                spool_directory = %1$s/spool
                log_file_path = %1$s/exim-%%slog
                daemon_smtp_ports = %2$d : %3$d
                tls_on_connect_ports = %3$d
                local_interfaces = 127.0.0.1
                tls_advertise_hosts = *
                tls_certificate = %1$s/cert.pem
                tls_privatekey = %1$s/key.pem
                begin authenticators
                plain:
                  driver = plaintext
                  public_name = PLAIN
                  server_condition = ${if and{{eq{$auth2}{probe}}{eq{$auth3}{secret}}}}
                login:
                  driver = plaintext
                  public_name = LOGIN
                  server_prompts = User : Password
                  server_condition = ${if and{{eq{$auth1}{probe}}{eq{$auth2}{secret}}}}
                """.formatted(folder, port, tlsPort));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        return RealServer.start(folder, "exim4", "-bdf", "-C", file.toString()).awaitPort(port).awaitPort(tlsPort);
    }

    @Test
    void mail() throws Exception {
        var port = RealServer.freePort();
        var tlsPort = RealServer.freePort();
        try (var server = exim(port, tlsPort)) {
            good("port " + port + " protocol smtp");
            good("port " + tlsPort + " protocol smtps");
            good("port " + port + " protocol smtp username probe password \"secret\"");
            Verdict.same(folder, "port " + port + " protocol smtp username probe password \"wrong\"");
            assertTrue(Verdict.ours("port " + port + " protocol smtp username probe password \"wrong\"").startsWith("Mailserver response error -- 535"));
            assertEquals(Verdict.GOOD, Verdict.ours("port " + port + " protocol smtp username probe password \"secret\"" + UPGRADED));
            server.suspend();
            Verdict.same(folder, "port " + port + " protocol smtp with timeout 1 seconds");
        }
    }
}
