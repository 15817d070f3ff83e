package jmonit.channel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jmonit.protocol.RealServer;

/** Exim, which takes mails, and Dovecot, which puts them into boxes, as a mail server has them. */
final class RealMail implements AutoCloseable {

    private static final String DOVECOT = """
            base_dir = DIR/run
            state_dir = DIR/state
            log_path = /dev/stderr
            protocols = lmtp
            listen = 127.0.0.1
            ssl = no
            passdb {
              driver = static
              args = nopassword=y
            }
            userdb {
              driver = static
              args = uid=nobody gid=nogroup home=DIR/home/%n
            }
            mail_location = maildir:DIR/mail/%n
            postmaster_address = postmaster@x.example
            service lmtp {
              inet_listener lmtp {
                port = LMTP
              }
            }
            """;

    private static final String EXIM = """
            primary_hostname = mx.x.example
            spool_directory = DIR/spool-PORT
            log_file_path = DIR/exim-PORT-%slog
            daemon_smtp_ports = PORT : SECURE
            tls_on_connect_ports = SECURE
            local_interfaces = 127.0.0.1
            tls_advertise_hosts = *
            tls_certificate = DIR/cert.pem
            tls_privatekey = DIR/key.pem
            domainlist local_domains = x.example
            deliver_drop_privilege = true
            acl_smtp_rcpt = recipient
            acl_smtp_data = content
            begin acl
            recipient:
              deny message = you are not known here
                condition = AUTH
                !authenticated = *
              deny message = no such box
                local_parts = nobody : gone
              defer message = greylisted, come again
                local_parts = grey
                set acl_m_seen = ${if exists{DIR/seen}{yes}{no}}
                set acl_m_now = ${run{/usr/bin/touch DIR/seen}}
                condition = ${if eq{$acl_m_seen}{no}}
              accept domains = +local_domains
              deny message = relay not permitted
            content:
              accept delay = DELAY
            begin routers
            boxes:
              driver = accept
              domains = +local_domains
              transport = lmtp
            begin transports
            lmtp:
              driver = smtp
              protocol = lmtp
              hosts = 127.0.0.1
              hosts_override
              port = LMTP
              allow_localhost
            begin retry
            * * F,1h,1s
            begin authenticators
            plain:
              driver = plaintext
              public_name = PLAIN
              server_condition = ${if and{{eq{$auth2}{jmonit}}{eq{$auth3}{se:cret}}}}
            """;

    private final Path folder;
    private final int lmtp;
    private final List<RealServer> running = new ArrayList<>();

    RealMail(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        RealServer.run(folder, "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=localhost",
                "-keyout", folder + "/key.pem", "-out", folder + "/cert.pem");
        Files.setPosixFilePermissions(folder.resolve("key.pem"), PosixFilePermissions.fromString("rw-r--r--"));
        lmtp = RealServer.freePort();
        var file = Files.writeString(folder.resolve("dovecot.conf"), DOVECOT.replace("DIR", folder.toString()).replace("LMTP", lmtp + ""));
        Files.createDirectory(folder.resolve("mail"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setPosixFilePermissions(folder.resolve("mail"), PosixFilePermissions.fromString("rwxrwxrwx"));
        running.add(RealServer.start(folder, "dovecot", "-F", "-c", file.toString()).awaitPort(lmtp));
    }

    /** Where it listens: from the beginning encrypted at {@code secure}. */
    record Server(int port, int secure, RealServer process) {
    }

    /** A server that takes so many seconds for each mail, and mails of those only who log in. */
    Server exim(int delay, boolean login) throws IOException, InterruptedException {
        int port = RealServer.freePort();
        int secure = RealServer.freePort();
        var file = Files.writeString(folder.resolve("exim-" + port + ".conf"), EXIM.replace("DIR", folder.toString()).replace("LMTP", lmtp + "")
                .replace("PORT", port + "").replace("SECURE", secure + "").replace("AUTH", login ? "yes" : "no").replace("DELAY", delay + "s"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        RealServer server = RealServer.start(folder, "exim4", "-bdf", "-C", file.toString()).awaitPort(port).awaitPort(secure);
        running.add(server);
        return new Server(port, secure, server);
    }

    /** The mails that arrived in a box. */
    List<String> box(String name) {
        var mails = new ArrayList<String>();
        try (Stream<Path> files = Files.list(folder.resolve("mail").resolve(name).resolve("new"))) {
            for (Path file : files.toList()) {
                mails.add(Files.readString(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // There is none yet.
        }
        return mails;
    }

    /** What its servers noted, for whoever has to find out why. */
    String logs() throws IOException {
        var text = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith("log") || f.toString().contains("output")).toList()) {
                text.append(file).append(":\n").append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws InterruptedException {
        for (RealServer server : running) {
            server.close();
        }
    }
}
