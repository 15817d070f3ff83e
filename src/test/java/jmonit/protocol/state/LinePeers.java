package jmonit.protocol.state;

import static jmonit.protocol.state.Row.open;
import static jmonit.protocol.state.Row.refused;
import static jmonit.protocol.state.Row.right;

import java.nio.file.Files;
import java.nio.file.Path;

import jmonit.protocol.RealServer;

/** Servers of files, shells, news and small things. */
final class LinePeers {

    private LinePeers() {
    }

    static Peer openSsh(Site site) throws Exception {
        var program = RealServer.program("sshd");
        var port = RealServer.freePort();
        site.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", site.path("key"));
        Files.createDirectories(Path.of("/run/sshd"));
        var place = "port " + port;
        site.start(program, "-D", "-e", "-f", "/dev/null", "-h", site.path("key"), "-p", port + "", "-o", "ListenAddress=127.0.0.1",
                "-o", "PidFile=none").awaitPort(port);
        return Peer.of(right("ssh", place + " protocol ssh"),
                right("generic", place + " expect \"^SSH-2.0-\""), refused("generic: another answer", place + " expect \"^SSH-1.5-\""),
                open("default", place + " protocol default"), open("no protocol", place),
                refused("no protocol: TLS at a port without", place + " with ssl options {verify: disable} with timeout 1 seconds"));
    }

    static Peer rsync(Site site) throws Exception {
        var port = RealServer.freePort();
        var file = site.write("rsyncd.conf", "use chroot = no\n[one]\n path = FOLDER\n comment = all\n");
        site.start("rsync", "--daemon", "--no-detach", "--address", "127.0.0.1", "--port", port + "", "--config", file).awaitPort(port);
        return Peer.of(right("rsync", "port " + port + " protocol rsync"));
    }

    private static void serve(Site site, String name, int port, String more) throws Exception {
        var empty = Files.createDirectory(site.folder().resolve("run-" + name));
        var file = site.write(name + ".conf", """
                listen=YES
                listen_address=127.0.0.1
                listen_port=PORT1
                background=NO
                anonymous_enable=YES
                seccomp_sandbox=NO
                isolate=NO
                isolate_network=NO
                """ + "secure_chroot_dir=" + empty + "\n" + more, port);
        site.start("vsftpd", file).awaitPort(port);
    }

    private static String implicit(String name) {
        return "ssl_enable=YES\nimplicit_ssl=YES\nallow_anon_ssl=YES\nforce_local_logins_ssl=NO\nrequire_ssl_reuse=NO\nrsa_cert_file=FOLDER/" + name
                + ".crt\nrsa_private_key_file=FOLDER/" + name + ".key\n";
    }

    static Peer vsftpd(Site site) throws Exception {
        var port = RealServer.freePort();
        var fresh = RealServer.freePort();
        var expired = RealServer.freePort();
        serve(site, "plain", port, "");
        serve(site, "encrypted", fresh, implicit("fresh"));
        serve(site, "old", expired, implicit("expired"));
        return Peer.of(right("ftp", "port " + port + " protocol ftp"),
                refused("ftp at a port with TLS", "port " + fresh + " protocol ftp with timeout 1 seconds"))
                .with(Row.encrypted("ftp", "port " + fresh, "port " + expired, "port " + port, " protocol ftp"));
    }

    static Peer fail2ban(Site site) throws Exception {
        var socket = site.folder().resolve("f2b.sock");
        Files.createDirectory(site.folder().resolve("f2b"));
        site.write("f2b/fail2ban.conf", """
                [Definition]
                loglevel = INFO
                logtarget = FOLDER/f2b.log
                syslogsocket = auto
                socket = FOLDER/f2b.sock
                pidfile = FOLDER/f2b.pid
                dbfile = None
                dbpurgeage = 1d
                dbmaxmatches = 10
                """);
        site.write("f2b/jail.conf", "[DEFAULT]\n");
        site.start("fail2ban-server", "-f", "-c", site.path("f2b"), "-s", socket.toString(), "-p", site.path("f2b.pid"), "start").awaitSocket(socket);
        return Peer.of(right("fail2ban", "unixsocket " + socket + " protocol fail2ban"));
    }

    /** It speaks to whoever inetd has let in, and insists on a name that looks as if the world knew it. */
    static Peer leafnode(Site site) throws Exception {
        var port = RealServer.freePort();
        var program = RealServer.program("leafnode");
        var inetd = RealServer.program("inetutils-inetd");
        site.write("inetd.conf", "127.0.0.1:PORT1 stream tcp nowait news " + program + " leafnode\n", port);
        site.write("hosts", "127.0.0.1 news.plum-garden.org news localhost\n");
        var script = site.write("serve", "hostname news.plum-garden.org && mount --bind FOLDER/hosts /etc/hosts && exec " + inetd
                + " -d -pFOLDER/pid FOLDER/inetd.conf\n");
        site.start("unshare", "--uts", "--mount", "sh", script).awaitPort(port);
        return Peer.of(right("nntp", "port " + port + " protocol nntp"));
    }

    /** It tells the time only at the port that {@code /etc/services} names. */
    static Peer inetd(Site site) throws Exception {
        var port = RealServer.freePort();
        var inetd = RealServer.program("inetutils-inetd");
        site.write("services", "time PORT1/tcp\n", port);
        site.write("inetd.conf", "127.0.0.1:time stream tcp nowait root internal\n");
        var script = site.write("serve", "mount --bind FOLDER/services /etc/services && exec " + inetd + " -d -pFOLDER/pid FOLDER/inetd.conf\n");
        site.start("unshare", "--mount", "sh", script).awaitPort(port);
        return Peer.of(right("rdate", "port " + port + " protocol rdate"));
    }

    /** Its device is whoever sends it sentences. */
    static Peer gpsd(Site site) throws Exception {
        var port = RealServer.freePort();
        var without = RealServer.freePort();
        var device = RealServer.freePort();
        site.in("run-with").start("gpsd", "-N", "-F", site.path("with"), "-S", port + "", "udp://127.0.0.1:" + device).awaitPort(port);
        site.in("run-without").start("gpsd", "-N", "-F", site.path("without"), "-S", without + "").awaitPort(without);
        return Peer.of(right("gps", "port " + port + " protocol gps").monitAlone(State.HEALTHY),
                refused("gps: no device", "port " + without + " protocol gps"));
    }
}
