package jmonit.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Apache, nginx and a WebSocket server: the real Monit and we find the same. */
@Tag("live")
@Tag("server")
class WebServersTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void makePages() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        var root = Files.createDirectories(folder.resolve("www"));
        Files.writeString(root.resolve("index.html"), "<h1>It works, plum</h1>\n");
        Files.writeString(root.resolve("large.txt"), "line of text\n".repeat(40_000) + "the end\n");
    }

    /** Passes, and Monit says so, too. */
    private void good(String test) throws Exception {
        Verdict.same(folder, test);
        assertEquals(Verdict.GOOD, Verdict.ours(test), test);
    }

    private RealServer apache(int port) throws Exception {
        var users = RealServer.run(folder, "openssl", "passwd", "-apr1", "secret").strip();
        Files.writeString(folder.resolve("users"), "probe:" + users + "\n");
        var file = Files.writeString(folder.resolve("apache.conf"), """
                ServerRoot %1$s
                PidFile %1$s/pid
                Listen 127.0.0.1:%2$d
                ServerName localhost
                LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
                LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
                LoadModule authz_user_module /usr/lib/apache2/modules/mod_authz_user.so
                LoadModule authn_core_module /usr/lib/apache2/modules/mod_authn_core.so
                LoadModule authn_file_module /usr/lib/apache2/modules/mod_authn_file.so
                LoadModule auth_basic_module /usr/lib/apache2/modules/mod_auth_basic.so
                LoadModule alias_module /usr/lib/apache2/modules/mod_alias.so
                LoadModule dir_module /usr/lib/apache2/modules/mod_dir.so
                LoadModule mime_module /usr/lib/apache2/modules/mod_mime.so
                LoadModule filter_module /usr/lib/apache2/modules/mod_filter.so
                LoadModule substitute_module /usr/lib/apache2/modules/mod_substitute.so
                LoadModule status_module /usr/lib/apache2/modules/mod_status.so
                TypesConfig /etc/mime.types
                ErrorLog %1$s/error.log
                DocumentRoot %1$s/www
                DirectoryIndex index.html
                Redirect /moved /index.html
                <Location /server-status>
                  SetHandler server-status
                </Location>
                <Location /private>
                  SetHandler server-status
                  AuthType Basic
                  AuthName x
                  AuthUserFile %1$s/users
                  Require valid-user
                </Location>
                <Location /large.txt>
                  AddOutputFilterByType SUBSTITUTE text/plain
                  Substitute s/text/words/
                </Location>
                """.formatted(folder, port));
        return RealServer.start(folder, "apache2", "-X", "-f", file.toString()).awaitPort(port);
    }

    @Test
    void apache() throws Exception {
        var port = RealServer.freePort();
        var at = "port " + port + " protocol ";
        try (var server = apache(port)) {
            good(at + "http");
            good(at + "http request \"/\" content = \"plum\"");
            Verdict.same(folder, at + "http request \"/\" content = \"pear\"");
            Verdict.same(folder, at + "http request \"/\" content != \"plum\"");
            Verdict.same(folder, at + "http request \"/nothing\"");
            good(at + "http request \"/nothing\" status = 404");
            good(at + "http request \"/moved\"");
            assertEquals(Verdict.GOOD, Verdict.ours(at + "http request \"/moved\" redirects 2 content = \"plum\""));
            good(at + "http method head request \"/\"");
            good(at + "http request \"/index.html\" checksum " + sum());
            Verdict.same(folder, at + "http request \"/index.html\" checksum d41d8cd98f00b204e9800998ecf8427e");
            Verdict.same(folder, at + "http request \"/private\"");
            good(at + "http username \"probe\" password \"secret\" request \"/private\"");
            // In chunks: Apache does not know the length of what it changes on the way.
            good(at + "http request \"/large.txt\" content = \"the end\"");
            Verdict.same(folder, at + "dwp");
            statusPage(at);
            server.suspend();
            Verdict.same(folder, at + "http with timeout 1 seconds");
        }
    }

    private void statusPage(String at) throws Exception {
        good(at + "apache-status loglimit > 60% waitlimit < 1%");
        Verdict.same(folder, at + "apache-status waitlimit > 1%");
        Verdict.same(folder, at + "apache-status replylimit > 50%");
        Verdict.same(folder, at + "apache-status path \"/private\" loglimit > 60%");
        good(at + "apache-status path \"/private\" username \"probe\" password \"secret\" loglimit > 60%");
        Verdict.same(folder, at + "apache-status path \"/index.html\" loglimit > 60%");
    }

    private String sum() throws Exception {
        return RealServer.run(folder, "md5sum", folder + "/www/index.html").substring(0, 32);
    }

    @Test
    void nginx() throws Exception {
        var port = RealServer.freePort();
        var tlsPort = RealServer.freePort();
        RealServer.run(folder, "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "30",
                "-keyout", folder + "/key.pem", "-out", folder + "/cert.pem");
        var file = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                master_process off;
                pid %1$s/pid;
                error_log stderr;
                events {
                }
                http {
                  access_log off;
                  server {
                    listen 127.0.0.1:%2$d;
                    listen 127.0.0.1:%3$d ssl;
                    ssl_certificate %1$s/cert.pem;
                    ssl_certificate_key %1$s/key.pem;
                    root %1$s/www;
                  }
                }
                """.formatted(folder, port, tlsPort));
        try (var server = RealServer.start(folder, "nginx", "-c", file.toString()).awaitPort(port)) {
            good("port " + port + " protocol http request \"/\" content = \"plum\"");
            good("port " + tlsPort + " protocol https request \"/large.txt\" content = \"the end\"");
            good("port " + tlsPort + " protocol https certificate valid > 20 days");
            Verdict.same(folder, "port " + tlsPort + " protocol http");
            server.suspend();
            Verdict.same(folder, "port " + port + " protocol http with timeout 1 seconds");
        }
    }

    @Test
    void webSockets() throws Exception {
        var port = RealServer.freePort();
        assumeTrue(Files.exists(Path.of("/usr/lib/python3/dist-packages/websockets")), "python3-websockets is not installed");
        var file = Files.writeString(folder.resolve("server.py"), """
                import asyncio, sys, websockets
                async def talk(socket):
                    await socket.send("hello")
                    async for _ in socket:
                        pass
                async def main():
                    async with websockets.serve(talk, "127.0.0.1", int(sys.argv[1])):
                        await asyncio.Future()
                asyncio.run(main())
                """);
        try (var server = RealServer.start(folder, "/usr/bin/python3", file.toString(), port + "").awaitPort(port)) {
            good("port " + port + " protocol websocket version 13");
            good("port " + port + " protocol websocket request \"/feed\" host \"plum\" origin \"http://plum\" version 13");
            assertEquals(Verdict.GOOD, Verdict.ours("port " + port + " protocol websocket"));
            Verdict.same(folder, "port " + port + " protocol websocket version 99");
            server.suspend();
            Verdict.same(folder, "port " + port + " protocol websocket version 13 timeout 1 seconds");
        }
    }
}
