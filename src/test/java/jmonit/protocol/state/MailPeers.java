package jmonit.protocol.state;

import static jmonit.protocol.state.Row.accepted;
import static jmonit.protocol.state.Row.refused;
import static jmonit.protocol.state.Row.right;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import jmonit.protocol.RealServer;

/** Dovecot, Exim and what stands beside them. */
final class MailPeers {

    private MailPeers() {
    }

    /** Its ports in turn: imap, imaps, pop, pops, sieve and lmtp, both with and without TLS. */
    private static int[] dovecot(Site site, String certificate) throws Exception {
        var port = new int[8];
        for (var i = 0; i < port.length; i++) {
            port[i] = RealServer.freePort();
        }
        var own = site.in(certificate);
        var file = own.write("dovecot.conf", """
                base_dir = FOLDER/run
                state_dir = FOLDER/state
                log_path = /dev/stderr
                protocols = imap pop3 sieve lmtp
                listen = 127.0.0.1
                ssl = yes
                ssl_cert = <FOLDER/../CERTIFICATE.crt
                ssl_key = <FOLDER/../CERTIFICATE.key
                passdb {
                  driver = static
                  args = password=secret
                }
                userdb {
                  driver = static
                  args = uid=nobody gid=nogroup home=FOLDER
                }
                mail_location = maildir:FOLDER/mail
                service imap-login {
                  inet_listener imap {
                    port = PORT1
                  }
                  inet_listener imaps {
                    port = PORT2
                    ssl = yes
                  }
                }
                service pop3-login {
                  inet_listener pop3 {
                    port = PORT3
                  }
                  inet_listener pop3s {
                    port = PORT4
                    ssl = yes
                  }
                }
                service managesieve-login {
                  inet_listener sieve {
                    port = PORT5
                  }
                  inet_listener sieves {
                    port = PORT6
                    ssl = yes
                  }
                }
                service lmtp {
                  inet_listener lmtp {
                    port = PORT7
                  }
                  inet_listener lmtps {
                    port = PORT8
                    ssl = yes
                  }
                }
                """.replace("CERTIFICATE", certificate), port);
        var server = own.start("dovecot", "-F", "-c", file);
        for (var each : port) {
            server.awaitPort(each);
        }
        return port;
    }

    static Peer dovecot(Site site) throws Exception {
        var port = dovecot(site, "fresh");
        var expired = dovecot(site, "expired");
        var rows = new ArrayList<Row>();
        var names = List.of("imap", "pop", "sieve", "lmtp");
        IntStream.range(0, 4).forEach(i -> {
            var name = names.get(i);
            var encrypted = name.equals("imap") || name.equals("pop") ? name + "s" : name;
            var plain = "port " + port[2 * i];
            rows.add(right(name, plain + " protocol " + name));
            rows.add(refused(name + " at a port with TLS", "port " + port[2 * i + 1] + " protocol " + name + " with timeout 1 seconds"));
            rows.addAll(Row.encrypted(encrypted, "port " + port[2 * i + 1], "port " + expired[2 * i + 1], plain, " protocol " + encrypted));
        });
        return new Peer(rows);
    }

    /** At 127.0.0.2 its certificate has expired. */
    static Peer exim(Site site) throws Exception {
        var port = RealServer.freePort();
        var encrypted = RealServer.freePort();
        var file = site.write("exim.conf", """
                primary_hostname = plum.example.org
                spool_directory = FOLDER/spool
                log_file_path = FOLDER/exim-%slog
                daemon_smtp_ports = PORT1 : PORT2
                tls_on_connect_ports = PORT2
                local_interfaces = 127.0.0.1 : 127.0.0.2
                tls_advertise_hosts = *
                tls_certificate = FOLDER/${if eq{$received_ip_address}{127.0.0.2}{expired}{fresh}}.crt
                tls_privatekey = FOLDER/${if eq{$received_ip_address}{127.0.0.2}{expired}{fresh}}.key
                begin authenticators
                plain:
                  driver = plaintext
                  public_name = PLAIN
                  server_condition = ${if and{{eq{$auth2}{probe}}{eq{$auth3}{x7Kq}}}}
                login:
                  driver = plaintext
                  public_name = LOGIN
                  server_prompts = User : Password
                  server_condition = ${if and{{eq{$auth1}{probe}}{eq{$auth2}{x7Kq}}}}
                """, port, encrypted);
        var smtp = "port " + port + " protocol smtp";
        var smtps = "port " + encrypted + " protocol smtps";
        var login = " username probe password \"x7Kq\"";
        site.start("exim4", "-bdf", "-C", file).awaitPort(port).awaitPort(encrypted);
        return Peer.of(right("smtp", smtp), right("smtp: login", smtp + login),
                refused("smtp: wrong password", smtp + login.replace("x7Kq", "wrong")),
                accepted("smtps: login", smtps + login), refused("smtps: wrong password", smtps + login.replace("x7Kq", "wrong")),
                refused("smtp at a port with TLS", "port " + encrypted + " protocol smtp with timeout 1 seconds"))
                .with(Row.encrypted("smtps", "port " + encrypted, "host 127.0.0.2 port " + encrypted, "port " + port, " protocol smtps"));
    }

    static Peer postgrey(Site site) throws Exception {
        var port = RealServer.freePort();
        site.start("postgrey", "--inet=127.0.0.1:" + port, "--dbdir=" + site.folder(), "--user=root", "--group=root").awaitPort(port);
        return Peer.of(right("postfix-policy", "port " + port + " protocol postfix-policy"));
    }

    static Peer spamassassin(Site site) throws Exception {
        var port = RealServer.freePort();
        site.start("spamd", "-x", "-L", "-m", "1", "-i", "127.0.0.1", "-p", port + "", "-s", "stderr", "-r", site.path("pid"))
                .awaitOutput("successfully spawned");
        return Peer.of(right("spamassassin", "port " + port + " protocol spamassassin"));
    }

    static Peer clamav(Site site) throws Exception {
        var port = RealServer.freePort();
        site.write("own.hdb", "44d88612fea8a8f36de82e1278abb02f:68:Eicar\n");
        var file = site.write("clamd.conf", """
                Foreground yes
                TCPAddr 127.0.0.1
                TCPSocket PORT1
                DatabaseDirectory FOLDER
                ConcurrentDatabaseReload no
                """, port);
        site.start("clamd", "-c", file).awaitPort(port);
        return Peer.of(right("clamav", "port " + port + " protocol clamav"));
    }
}
