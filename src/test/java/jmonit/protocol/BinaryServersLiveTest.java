package jmonit.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers, asked by the real Monit and by us: healthy, refusing, hanging, gone. */
@Tag("live")
@Tag("server")
class BinaryServersLiveTest {

    @TempDir
    private Path folder;
    private int port;

    @BeforeEach
    void choosePort() throws IOException {
        port = RealServer.freePort();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Healthy, hanging and gone, each as Monit sees it. */
    private void sameThrough(RealServer server, String test) throws IOException, InterruptedException {
        assertSame("", test);
        server.suspend();
        assertFails(test + " timeout 1 seconds");
        server.resume();
        assertSame("", test);
        server.close();
        assertFails(test);
    }

    private void assertSame(String verdict, String test) throws IOException, InterruptedException {
        Verdict.same(folder, test);
        assertEquals(verdict, Verdict.ours(test));
    }

    private void assertFails(String test) throws IOException, InterruptedException {
        Verdict.same(folder, test);
        assertNotEquals("", Verdict.ours(test));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text.replace("FOLDER", folder.toString()).replace("PORT", port + ""));
    }

    // ---- DNS

    private RealServer bind(String options) throws IOException, InterruptedException {
        write("named.conf", """
                options { directory "FOLDER"; pid-file none; session-keyfile none; listen-on port PORT { 127.0.0.1; }; listen-on-v6 { none; };
                    recursion no; dnssec-validation no; %s };
                controls { };
                zone "." { type primary; file "root"; };
                """.formatted(options));
        write("root", """
                $TTL 60
                @ SOA ns. root. 7 60 60 60 60
                @ NS ns.
                ns A 127.0.0.1
                plum A 192.0.2.1
                plum A 192.0.2.2
                plum AAAA 2001:db8::1
                plum MX 10 mail.plum.
                plum TXT "v=spf1" " -all"
                plum CAA 0 issue "ca.example"
                _sip._tcp.plum SRV 1 2 5060 ns.
                www.plum CNAME plum.
                """);
        return RealServer.start(folder, "named", "-g", "-c", folder.resolve("named.conf").toString()).awaitOutput("all zones loaded").awaitPort(port);
    }

    @Test
    void bind() throws Exception {
        try (var server = bind("")) {
            assertSame("", "port " + port + " protocol dns");
            sameThrough(server, "port " + port + " type udp protocol dns");
        }
    }

    @Test
    void aRefusalOfBindIsAnAnswer() throws Exception {
        try (var _ = bind("allow-query { none; };")) {
            assertSame("", "port " + port + " type udp protocol dns");
            assertEquals("DNS: invalid response code: 0x5 (refused)", Verdict.ours("port " + port + " type udp protocol dns name \"plum\""));
        }
    }

    @Test
    void recordsOfBind() throws Exception {
        try (var server = bind("")) {
            var dns = "port " + port + " type udp protocol dns ";
            for (var good : List.of("name \"plum\"", "name \"plum.\" answer = \"^192\\.0\\.2\\.2$\"", "name \"plum\" record AAAA answer = \"^2001:db8:\"",
                    "name \"plum\" record MX answer = \"^10 mail\\.plum$\"", "name \"plum\" record \"txt\" answer = \"^v=spf1 -all$\"",
                    "name \"plum\" answer != \"203\"", "name \"www.plum\" record CNAME answer = \"^plum$\"", "name \"www.plum\"",
                    "name \"_sip._tcp.plum\" record SRV answer = \"^1 2 5060 ns$\"", "record NS answer = ns", "record SOA answer = \"root 7$\"",
                    "name \"plum\" record CAA answer = \"issue ca.example\"")) {
                assertEquals("", Verdict.ours(dns + good), () -> good + server.output());
                assertEquals("", Verdict.ours("port " + port + " protocol dns " + good), good);
            }
            assertEquals("DNS: A of plum is [192.0.2.1, 192.0.2.2] -- no match", sorted(Verdict.ours(dns + "name plum answer = \"^203\"")));
            assertEquals("DNS: no answer for SRV of plum", Verdict.ours(dns + "name plum record SRV"));
            assertEquals("DNS: invalid response code: 0x3 (there is no such name)", Verdict.ours(dns + "name pear"));
        }
    }

    /** The server turns its answers round. */
    private static String sorted(String line) {
        return line.replace("[192.0.2.2, 192.0.2.1]", "[192.0.2.1, 192.0.2.2]");
    }

    // ---- LDAP

    private RealServer slapd(String options) throws IOException, InterruptedException {
        write("slapd.conf", "pidfile FOLDER/slapd.pid\nargsfile FOLDER/slapd.args\n" + options + "\n");
        return RealServer.start(folder, "slapd", "-h", "ldap://127.0.0.1:" + port, "-f", folder.resolve("slapd.conf").toString(), "-d", "0").awaitPort(port);
    }

    @Test
    void openLdap() throws Exception {
        try (var server = slapd("")) {
            assertEquals("LDAP: anonymous bind failed: result code 2 protocolError -- historical protocol version requested, use LDAPv3 instead",
                    Verdict.ours("port " + port + " protocol ldap2"));
            Verdict.same(folder, "port " + port + " protocol ldap2");
            sameThrough(server, "port " + port + " protocol ldap3");
        }
    }

    @Test
    void openLdapStartsTls() throws Exception {
        RealServer.run(folder, "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=plum", "-days", "30", "-keyout",
                folder.resolve("key").toString(), "-out", folder.resolve("certificate").toString());
        var ldap = "port " + port + " protocol ldap3 ssl with options {starttls: enable}";
        try (var _ = slapd("TLSCertificateFile FOLDER/certificate\nTLSCertificateKeyFile FOLDER/key\nsecurity tls=1")) {
            assertEquals("", Verdict.ours(ldap));
            assertFails("port " + port + " protocol ldap3");
        }
        try (var _ = slapd("")) {
            assertEquals("LDAP: the server does not start TLS: result code 2 protocolError -- unsupported extended operation", Verdict.ours(ldap));
        }
    }

    @Test
    void openLdapThatLetsOldClientsInAndNobodyWithoutAName() throws Exception {
        try (var _ = slapd("allow bind_v2")) {
            assertSame("", "port " + port + " protocol ldap2");
        }
        try (var _ = slapd("disallow bind_anon")) {
            assertFails("port " + port + " protocol ldap3");
        }
    }

    // ---- MQTT

    @Test
    void mosquitto() throws Exception {
        Files.createFile(folder.resolve("users"));
        RealServer.run(folder, "mosquitto_passwd", "-b", folder.resolve("users").toString(), "probe", "x7Kq");
        Files.setPosixFilePermissions(folder.resolve("users"), PosixFilePermissions.fromString("rw-r--r--"));
        write("mosquitto.conf", "listener PORT 127.0.0.1\nallow_anonymous false\npassword_file FOLDER/users\n");
        try (var server = RealServer.start(folder, "mosquitto", "-c", folder.resolve("mosquitto.conf").toString()).awaitPort(port)) {
            var mqtt = "port " + port + " protocol mqtt";
            assertSame("Unexpected connection response code -- Connection Refused: not authorized (5)", mqtt);
            assertSame("Unexpected connection response code -- Connection Refused: not authorized (5)", mqtt + " username probe password wrong");
            sameThrough(server, mqtt + " username \"probe\" password \"x7Kq\"");
        }
    }

    // ---- NTP

    @Test
    void chrony() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/etc/shadow")), "chronyd wants root");
        write("chrony.conf", "port PORT\ncmdport 0\nbindcmdaddress FOLDER/sock\nbindaddress 127.0.0.1\nallow 127.0.0.1\nlocal stratum 10\npidfile FOLDER/pid\n");
        var ntp = "port " + port + " type udp protocol ntp3";
        try (var server = RealServer.start(folder, "chronyd", "-d", "-x", "-U", "-u", "root", "-f", folder.resolve("chrony.conf").toString())
                .await("no time", () -> Verdict.ours(ntp + " timeout 1 seconds").isEmpty())) {
            sameThrough(server, ntp);
        }
        write("chrony.conf", "port PORT\ncmdport 0\nbindcmdaddress FOLDER/sock\nbindaddress 127.0.0.1\nallow 127.0.0.1\npidfile FOLDER/pid\n");
        try (var _ = RealServer.start(folder, "chronyd", "-d", "-x", "-U", "-u", "root", "-f", folder.resolve("chrony.conf").toString())
                .await("no answer", () -> Verdict.ours(ntp + " timeout 1 seconds").equals("NTP: Server not synchronized"))) {
            assertSame("NTP: Server not synchronized", ntp);
        }
    }

    // ---- RADIUS

    @Test
    void freeRadius() throws Exception {
        write("radiusd.conf", """
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
                        port = PORT }
                    authorize { }
                    authenticate { }
                }
                """);
        for (var path : List.of(folder, folder.resolve("radiusd.conf"))) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
        try (var server = RealServer.start(folder, "freeradius", "-X", "-d", folder.toString()).awaitOutput("Ready to process requests")) {
            var radius = "port " + port + " type udp protocol radius secret ";
            assertFails(radius + "\"wrong\" timeout 1 seconds");
            sameThrough(server, radius + "\"x7Kq\"");
        }
    }

    // ---- SIP

    @Test
    void kamailio() throws Exception {
        var modules = Path.of("/usr/lib/x86_64-linux-gnu/kamailio/modules");
        assumeTrue(Files.isDirectory(modules), "no " + modules);
        write("kamailio.cfg", """
                #!KAMAILIO
                children=1
                log_stderror=yes
                listen=udp:127.0.0.1:PORT
                listen=tcp:127.0.0.1:PORT
                mpath="%s/"
                loadmodule "sl.so"
                loadmodule "pv.so"
                loadmodule "textops.so"
                request_route {
                    if ($rU == "nobody") { sl_send_reply("404", "Not Found"); exit; }
                    if ($rU == "moved") { append_to_reply("Contact: <sip:probe@127.0.0.1>\\r\\n"); sl_send_reply("302", "Moved"); exit; }
                    sl_send_reply("200", "OK");
                }
                """.formatted(modules));
        try (var server = RealServer.start(folder, "kamailio", "-DD", "-E", "-f", folder.resolve("kamailio.cfg").toString(), "-Y", folder.toString(),
                "-m", "8", "-M", "4").awaitPort(port)) {
            for (var type : List.of("tcp", "udp")) {
                var sip = "port " + port + " type " + type + " protocol sip";
                assertSame("", sip);
                assertSame("SIP error: Server returned status 404", sip + " target \"nobody@plum\"");
                assertSame("SIP info: Server redirection. Returned status 302", sip + " target \"moved@plum\"");
            }
            sameThrough(server, "port " + port + " type udp protocol sip maxforward 4");
        }
    }
}
