package jmonit.protocol.state;

import static jmonit.protocol.state.Row.accepted;
import static jmonit.protocol.state.Row.refused;
import static jmonit.protocol.state.Row.right;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jmonit.protocol.RealServer;
import jmonit.protocol.Verdict;

/** Servers of names, time, users and calls. */
final class DirectoryPeers {

    private DirectoryPeers() {
    }

    static Peer bind(Site site) throws Exception {
        var port = RealServer.freePort();
        var fresh = RealServer.freePort();
        var expired = RealServer.freePort();
        var refusing = RealServer.freePort();
        var file = site.write("named.conf", """
                tls fresh { cert-file "FOLDER/fresh.crt"; key-file "FOLDER/fresh.key"; };
                tls expired { cert-file "FOLDER/expired.crt"; key-file "FOLDER/expired.key"; };
                options { directory "FOLDER"; pid-file none; session-keyfile none; listen-on-v6 { none; }; recursion no; dnssec-validation no;
                    listen-on port PORT1 { 127.0.0.1; };
                    listen-on port PORT2 tls fresh { 127.0.0.1; };
                    listen-on port PORT3 tls expired { 127.0.0.1; }; };
                controls { };
                zone "." { type primary; file "root"; };
                """, port, fresh, expired);
        site.write("root", "$TTL 60\n@ SOA ns. root. 7 60 60 60 60\n@ NS ns.\nns A 127.0.0.1\n");
        var none = site.write("none.conf", """
                options { directory "FOLDER"; pid-file none; session-keyfile none; listen-on-v6 { none; }; recursion no; dnssec-validation no;
                    listen-on port PORT1 { 127.0.0.1; }; allow-query { none; }; };
                controls { };
                """, refusing);
        site.in("refusing").start("named", "-g", "-c", none).awaitOutput("running").awaitPort(refusing);
        site.start("named", "-g", "-c", file).awaitOutput("all zones loaded").awaitPort(port);
        var udp = " type udp protocol dns";
        return Peer.of(right("dns", "port " + port + " protocol dns"), right("dns over UDP", "port " + port + udp),
                accepted("dns: refuses", "port " + refusing + " protocol dns"),
                accepted("dns over UDP: refuses", "port " + refusing + udp),
                refused("dns at a port with TLS", "port " + fresh + " protocol dns with timeout 1 seconds"))
                .with(Row.encrypted("dns", "port " + fresh, "port " + expired, "port " + port, " protocol dns"));
    }

    private static RealServer slapd(Site site, String name, String options, String addresses) throws Exception {
        var file = site.write(name + ".conf", "pidfile FOLDER/" + name + ".pid\nargsfile FOLDER/" + name + ".args\n" + options + "\n");
        return site.in("run-" + name).start("slapd", "-h", addresses, "-f", file, "-d", "0");
    }

    private static String certificate(String name) {
        return "TLSCertificateFile FOLDER/" + name + ".crt\nTLSCertificateKeyFile FOLDER/" + name + ".key\n";
    }

    static Peer openLdap(Site site) throws Exception {
        var ports = new int[4];
        for (var i = 0; i < ports.length; i++) {
            ports[i] = RealServer.freePort();
        }
        var at = "ldap://127.0.0.1:";
        slapd(site, "open", "allow bind_v2\n" + certificate("fresh"), at + ports[0] + " ldaps://127.0.0.1:" + ports[1]).awaitPort(ports[1]);
        slapd(site, "old", certificate("expired"), "ldaps://127.0.0.1:" + ports[2]).awaitPort(ports[2]);
        slapd(site, "closed", "disallow bind_anon", at + ports[3]).awaitPort(ports[3]);
        return new Peer(Stream.of("ldap2", "ldap3").flatMap(protocol -> Stream.concat(
                Stream.of(right(protocol, "port " + ports[0] + " protocol " + protocol),
                        refused(protocol + ": nobody without a name", "port " + ports[3] + " protocol " + protocol),
                        refused(protocol + " at a port with TLS", "port " + ports[1] + " protocol " + protocol + " with timeout 1 seconds")),
                protocol.equals("ldap2") ? Stream.of()
                        : Row.encrypted(protocol, "port " + ports[1], "port " + ports[2], "port " + ports[0], " protocol " + protocol).stream()))
                .toList());
    }

    private static RealServer chronyd(Site site, String name, int port, String more) throws Exception {
        var file = site.write(name + ".conf", "port PORT1\ncmdport 0\nbindcmdaddress FOLDER/" + name
                + ".sock\nbindaddress 127.0.0.1\nallow 127.0.0.1\npidfile FOLDER/" + name + ".pid\n" + more, port);
        return site.in("run-" + name).start("chronyd", "-d", "-x", "-U", "-u", "root", "-f", file);
    }

    static Peer chrony(Site site) throws Exception {
        var port = RealServer.freePort();
        var lost = RealServer.freePort();
        var ntp = " type udp protocol ntp3";
        chronyd(site, "lost", lost, "").await("no answer", () -> Verdict.ours("port " + lost + ntp).contains("not synchronized"));
        chronyd(site, "right", port, "local stratum 10\n").await("no time", () -> Verdict.ours("port " + port + ntp).isEmpty());
        return Peer.of(right("ntp3", "port " + port + ntp), refused("ntp3: does not know the time", "port " + lost + ntp));
    }

    static Peer freeRadius(Site site) throws Exception {
        var port = RealServer.freePort();
        var file = site.write("radiusd.conf", """
                prefix = /usr
                logdir = FOLDER
                run_dir = FOLDER
                libdir = /usr/lib/freeradius
                security { status_server = yes }
                client localhost { ipaddr = 127.0.0.1
                    secret = x7Kq }
                thread pool { start_servers = 1
                    max_servers = 2
                    min_spare_servers = 1
                    max_spare_servers = 2 }
                server default {
                    listen { type = auth
                        ipaddr = 127.0.0.1
                        port = PORT1 }
                    authorize { }
                    authenticate { }
                }
                """, port);
        for (var path : List.of(site.folder(), Path.of(file))) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
        var radius = "port " + port + " type udp protocol radius";
        site.start("freeradius", "-X", "-d", site.folder().toString()).awaitOutput("Ready to process requests");
        return Peer.of(right("radius", radius + " secret \"x7Kq\""), refused("radius: wrong secret", radius + " secret \"wrong\" timeout 1 seconds"),
                refused("radius: no secret", radius + " with timeout 1 seconds"));
    }

    static Peer kamailio(Site site) throws Exception {
        var port = RealServer.freePort();
        var file = site.write("kamailio.cfg", """
                #!KAMAILIO
                children=1
                log_stderror=yes
                listen=udp:127.0.0.1:PORT1
                listen=tcp:127.0.0.1:PORT1
                mpath="/usr/lib/x86_64-linux-gnu/kamailio/modules/"
                loadmodule "sl.so"
                loadmodule "pv.so"
                request_route {
                    if ($rU == "private") { sl_send_reply("401", "Unauthorized"); exit; }
                    if ($rU == "proxied") { sl_send_reply("407", "Proxy Authentication Required"); exit; }
                    if ($rU == "nobody") { sl_send_reply("404", "Not Found"); exit; }
                    sl_send_reply("200", "OK");
                }
                """, port);
        site.start("kamailio", "-DD", "-E", "-f", file, "-Y", site.folder().toString(), "-m", "8", "-M", "4").awaitPort(port);
        return new Peer(Stream.of("tcp", "udp").flatMap(type -> {
            var sip = "port " + port + " type " + type + " protocol sip";
            var name = "sip over " + type.toUpperCase(Locale.ROOT);
            return Stream.of(right(name, sip),
                    refused(name + ": wants a password", sip + " target \"private@plum\""),
                    refused(name + ": its proxy does", sip + " target \"proxied@plum\""),
                    refused(name + ": nobody", sip + " target \"nobody@plum\""));
        }).toList());
    }

    static Peer mosquitto(Site site) throws Exception {
        site.write("users", "");
        site.run("mosquitto_passwd", "-b", site.path("users"), "probe", "x7Kq");
        Files.setPosixFilePermissions(Path.of(site.path("users")), PosixFilePermissions.fromString("rw-r--r--"));
        var port = RealServer.freePort();
        var fresh = RealServer.freePort();
        var expired = RealServer.freePort();
        var file = site.write("mosquitto.conf", """
                allow_anonymous false
                password_file FOLDER/users
                listener PORT1 127.0.0.1
                listener PORT2 127.0.0.1
                certfile FOLDER/fresh.crt
                keyfile FOLDER/fresh.key
                listener PORT3 127.0.0.1
                certfile FOLDER/expired.crt
                keyfile FOLDER/expired.key
                """, port, fresh, expired);
        var mqtt = " protocol mqtt";
        var login = mqtt + " username \"probe\" password \"x7Kq\"";
        site.start("mosquitto", "-c", file).awaitPort(port).awaitPort(expired);
        return Peer.of(right("mqtt", "port " + port + login),
                refused("mqtt: wrong password", "port " + port + login.replace("x7Kq", "wrong")),
                refused("mqtt: no password", "port " + port + mqtt),
                refused("mqtt over TLS: wrong password", "port " + fresh + login.replace("x7Kq", "wrong") + " with ssl options {verify: disable}"),
                refused("mqtt at a port with TLS", "port " + fresh + login + " with timeout 1 seconds"))
                .with(Row.encrypted("mqtt", "port " + fresh, "port " + expired, "port " + port, login));
    }
}
