package jmonit.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers, healthy and hanging: the real Monit and we find the same. */
@Tag("live")
@Tag("server")
class LineServersTest {

    @TempDir
    private Path folder;

    /** Healthy it passes; hanging, or not there any more, it does not. */
    private void agree(RealServer server, String test) throws Exception {
        Verdict.same(folder, test);
        assertEquals(Verdict.GOOD, Verdict.ours(test));
        server.suspend();
        assertNotEquals(Verdict.GOOD, Verdict.ours(test + " with timeout 1 seconds"));
        Verdict.same(folder, test + " with timeout 1 seconds");
        server.resume();
        server.close();
        var gone = Verdict.ours(test);
        assertTrue(gone.contains("Connection refused"), gone);
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text.replace("%f", folder.toString()));
    }

    @Test
    void redis() throws Exception {
        var port = RealServer.freePort();
        try (var server = RealServer.start(folder, "redis-server", "--port", port + "", "--bind", "127.0.0.1", "--save", "").awaitPort(port)) {
            agree(server, "port " + port + " protocol redis");
        }
    }

    @Test
    void redisThatWantsAPassword() throws Exception {
        var port = RealServer.freePort();
        try (var server = RealServer.start(folder, "redis-server", "--port", port + "", "--bind", "127.0.0.1", "--requirepass", "x").awaitPort(port)) {
            agree(server, "port " + port + " protocol redis");
        }
    }

    @Test
    void redisOnASocket() throws Exception {
        var socket = folder.resolve("redis.sock");
        try (var server = RealServer.start(folder, "redis-server", "--port", "0", "--unixsocket", socket.toString()).awaitSocket(socket)) {
            Verdict.same(folder, "unixsocket " + socket + " protocol redis");
        }
    }

    @Test
    void memcached() throws Exception {
        var port = RealServer.freePort();
        try (var server = RealServer.start(folder, "memcached", "-u", "nobody", "-l", "127.0.0.1", "-p", port + "", "-U", "0").awaitPort(port)) {
            agree(server, "port " + port + " protocol memcache");
        }
    }

    @Test
    void rsync() throws Exception {
        var port = RealServer.freePort();
        var rc = file("rsyncd.conf", "use chroot = no\n[one]\n path = %f\n comment = all\n[two]\n path = %f\n");
        try (var server = RealServer.start(folder, "rsync", "--daemon", "--no-detach", "--address", "127.0.0.1", "--port", port + "",
                "--config", rc.toString()).awaitPort(port)) {
            agree(server, "port " + port + " protocol rsync");
        }
    }

    @Test
    void ssh() throws Exception {
        var port = RealServer.freePort();
        var program = RealServer.program("sshd");
        RealServer.run(folder, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder + "/key");
        Files.createDirectories(Path.of("/run/sshd"));
        try (var server = RealServer.start(folder, program, "-D", "-e", "-f", "/dev/null", "-h", folder + "/key", "-p", port + "",
                "-o", "ListenAddress=127.0.0.1", "-o", "PidFile=none").awaitPort(port)) {
            agree(server, "port " + port + " protocol ssh");
        }
    }

    /** The fingerprint as ssh-keygen shows it, of a key that it makes. */
    private String makeKey(String kind) throws Exception {
        RealServer.run(folder, "ssh-keygen", "-q", "-t", kind, "-N", "", "-f", folder + "/" + kind);
        return RealServer.run(folder, "ssh-keygen", "-lf", folder + "/" + kind + ".pub").split(" ")[1];
    }

    @Test
    void sshThatProvesItsKey() throws Exception {
        var port = RealServer.freePort();
        var program = RealServer.program("sshd");
        var first = makeKey("ed25519");
        var second = makeKey("ecdsa");
        var third = makeKey("rsa");
        Files.createDirectories(Path.of("/run/sshd"));
        var ssh = "port " + port + " protocol ssh hostkey ";
        try (var server = RealServer.start(folder, program, "-D", "-e", "-f", "/dev/null", "-h", folder + "/ed25519", "-h", folder + "/ecdsa",
                "-h", folder + "/rsa", "-p", port + "", "-o", "ListenAddress=127.0.0.1", "-o", "PidFile=none").awaitPort(port)) {
            assertEquals("", Verdict.ours(ssh + quoted(first)));
            assertEquals("", Verdict.ours(ssh + "ed25519 " + quoted(first)));
            assertEquals("", Verdict.ours(ssh + "ecdsa " + quoted(second)));
            assertEquals("", Verdict.ours(ssh + "rsa " + quoted(third)));
            assertEquals("", Verdict.ours(ssh + quoted(third) + " hostkey " + quoted(first)));
            assertEquals("SSH: the host key is " + third + " (ssh-rsa), which is not the one expected", Verdict.ours(ssh + "rsa " + quoted(first)));
            server.suspend();
            assertNotEquals("", Verdict.ours(ssh + quoted(first) + " timeout 1 seconds"));
        }
        assertEquals("Connection refused", Verdict.ours(ssh + quoted(first)));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    @Test
    void sshWithoutTheKindOfKey() throws Exception {
        var port = RealServer.freePort();
        var program = RealServer.program("sshd");
        var key = makeKey("ed25519");
        Files.createDirectories(Path.of("/run/sshd"));
        try (var _ = RealServer.start(folder, program, "-D", "-e", "-f", "/dev/null", "-h", folder + "/ed25519", "-p", port + "",
                "-o", "ListenAddress=127.0.0.1", "-o", "PidFile=none").awaitPort(port)) {
            assertEquals("SSH: the server has only keys for ssh-ed25519", Verdict.ours("port " + port + " protocol ssh hostkey rsa " + quoted(key)));
        }
    }

    @Test
    void ftp() throws Exception {
        var port = RealServer.freePort();
        Files.createDirectories(folder.resolve("empty"));
        var rc = file("vsftpd.conf", """
                listen=YES
                listen_address=127.0.0.1
                listen_port=%d
                background=NO
                anonymous_enable=YES
                secure_chroot_dir=%%f/empty
                seccomp_sandbox=NO
                isolate=NO
                isolate_network=NO
                """.formatted(port));
        try (var server = RealServer.start(folder, "vsftpd", rc.toString()).awaitPort(port)) {
            agree(server, "port " + port + " protocol ftp");
        }
    }

    @Test
    void postfixPolicy() throws Exception {
        var port = RealServer.freePort();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (var server = RealServer.start(folder, "postgrey", "--inet=127.0.0.1:" + port, "--dbdir=" + folder, "--user=root", "--group=root")
                .awaitPort(port)) {
            agree(server, "port " + port + " protocol postfix-policy");
        }
    }

    @Test
    void gpsdWithoutADevice() throws Exception {
        var port = RealServer.freePort();
        try (var server = RealServer.start(folder, "gpsd", "-N", "-F", folder + "/control", "-S", port + "").awaitPort(port)) {
            var ours = Verdict.ours("port " + port + " protocol gps");
            var theirs = Verdict.monit(folder, "port " + port + " protocol gps");

            assertTrue(ours.startsWith("GPS error (no device): "), ours);
            assertTrue(theirs.startsWith("GPS error (no device): "), theirs);
        }
    }

    /** It drops whatever it reads in one piece with the question of old. */
    @Test
    void gpsdThatIsSlowToRead() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> {
                try (var client = server.accept()) {
                    client.getOutputStream().write("{\"class\":\"VERSION\"}\r\n".getBytes(StandardCharsets.US_ASCII));
                    TimeUnit.MILLISECONDS.sleep(50);
                    var first = client.getInputStream().read(new byte[100]);
                    client.getInputStream().read(new byte[100]);
                    client.getOutputStream().write((first == 3 ? "{\"class\":\"DEVICES\",\"devices\":[{}]}\r\n" : "").getBytes(StandardCharsets.US_ASCII));
                }
                return Verdict.GOOD;
            });

            assertEquals(Verdict.GOOD, Verdict.ours("port " + server.getLocalPort() + " protocol gps timeout 2 seconds"));
        }
    }

    @Test
    void spamassassin() throws Exception {
        var port = RealServer.freePort();
        try (var server = RealServer.start(folder, "spamd", "-x", "-L", "-m", "1", "-i", "127.0.0.1", "-p", port + "", "-s", "stderr",
                "-r", folder + "/pid").awaitOutput("successfully spawned")) {
            agree(server, "port " + port + " protocol spamassassin");
        }
    }

    @Test
    void clamav() throws Exception {
        var port = RealServer.freePort();
        file("own.hdb", "44d88612fea8a8f36de82e1278abb02f:68:Eicar\n");
        var rc = file("clamd.conf", "Foreground yes\nTCPAddr 127.0.0.1\nTCPSocket " + port + "\nDatabaseDirectory %f\nConcurrentDatabaseReload no\n");
        try (var server = RealServer.start(folder, "clamd", "-c", rc.toString()).awaitPort(port)) {
            agree(server, "port " + port + " protocol clamav");
        }
    }

    @Test
    void fail2ban() throws Exception {
        var socket = folder.resolve("f2b.sock");
        var rc = Files.createDirectories(folder.resolve("f2b"));
        Files.writeString(rc.resolve("fail2ban.conf"), """
                [Definition]
                loglevel = INFO
                logtarget = %1$s/f2b.log
                syslogsocket = auto
                socket = %1$s/f2b.sock
                pidfile = %1$s/f2b.pid
                dbfile = None
                dbpurgeage = 1d
                dbmaxmatches = 10
                """.formatted(folder));
        Files.writeString(rc.resolve("jail.conf"), "[DEFAULT]\n");
        try (var server = RealServer.start(folder, "fail2ban-server", "-f", "-c", rc.toString(), "-s", socket.toString(),
                "-p", folder + "/f2b.pid", "start").awaitSocket(socket)) {
            Verdict.same(folder, "unixsocket " + socket + " protocol fail2ban");
            assertEquals(Verdict.GOOD, Verdict.ours("unixsocket " + socket + " protocol fail2ban"));
        }
    }

    /** It speaks to whoever inetd has let in, and insists on a name that looks as if the world knew it. */
    @Test
    void nntp() throws Exception {
        var port = RealServer.freePort();
        RealServer.program("leafnode");
        var inetd = RealServer.program("inetutils-inetd");
        assumeTrue(new ProcessBuilder("unshare", "--uts", "--mount", "true").start().waitFor() == 0, "there is no second name for this machine");
        file("inetd.conf", "127.0.0.1:" + port + " stream tcp nowait news " + RealServer.program("leafnode") + " leafnode\n");
        file("hosts", "127.0.0.1 news.plum-garden.org news localhost\n");
        var script = file("serve", """
                hostname news.plum-garden.org && mount --bind %f/hosts /etc/hosts && exec INETD -d %f/inetd.conf
                """.replace("INETD", inetd));
        try (var server = RealServer.start(folder, "unshare", "--uts", "--mount", "sh", script.toString()).awaitPort(port)) {
            agree(server, "port " + port + " protocol nntp");
        }
    }
}
