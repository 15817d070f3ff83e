package jmonit.protocol.state;

import static jmonit.protocol.state.Row.accepted;
import static jmonit.protocol.state.Row.refused;
import static jmonit.protocol.state.Row.right;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import jmonit.protocol.RealServer;

/** nginx, Apache and a WebSocket server. */
final class WebPeers {

    private static final String LOGIN = " username \"probe\" password \"x7Kq\"";
    private static final String WRONG = " username \"probe\" password \"wrong\"";

    private WebPeers() {
    }

    private static void pages(Site site) throws Exception {
        Files.createDirectory(site.folder().resolve("www"));
        site.write("www/index.html", "<h1>It works, plum</h1>\n");
        site.write("users", "probe:" + site.run("openssl", "passwd", "-apr1", "x7Kq"));
    }

    static Peer nginx(Site site) throws Exception {
        pages(site);
        var port = RealServer.freePort();
        var fresh = RealServer.freePort();
        var expired = RealServer.freePort();
        var closed = RealServer.freePort();
        var file = site.write("nginx.conf", """
                daemon off;
                master_process off;
                pid FOLDER/pid;
                error_log stderr;
                events { }
                http {
                  access_log off;
                  root FOLDER/www;
                  auth_basic_user_file FOLDER/users;
                  server {
                    listen 127.0.0.1:PORT1;
                    listen 127.0.0.1:PORT2 ssl;
                    ssl_certificate FOLDER/fresh.crt;
                    ssl_certificate_key FOLDER/fresh.key;
                    location /private { auth_basic x; alias FOLDER/www/index.html; }
                  }
                  server {
                    listen 127.0.0.1:PORT3 ssl;
                    ssl_certificate FOLDER/expired.crt;
                    ssl_certificate_key FOLDER/expired.key;
                  }
                  server {
                    listen 127.0.0.1:PORT4;
                    auth_basic x;
                  }
                }
                """, port, fresh, expired, closed);
        var http = "port " + port + " protocol http";
        var https = "port " + fresh + " protocol https";
        site.start("nginx", "-c", file).awaitPort(port).awaitPort(closed);
        return Peer.of(right("http", http), right("http: login", http + LOGIN + " request \"/private\""),
                refused("http: wrong password", http + WRONG + " request \"/private\""),
                refused("http: no password", http + " request \"/private\""),
                refused("https: wrong password", https + WRONG + " request \"/private\""),
                accepted("https: login", https + LOGIN + " request \"/private\""),
                refused("http at a port with TLS", "port " + fresh + " protocol http"),
                refused("dwp: no proxy", "port " + closed + " protocol dwp"))
                .with(Row.encrypted("https", "port " + fresh, "port " + expired, "port " + port, " protocol https"));
    }

    static Peer apache(Site site) throws Exception {
        pages(site);
        var port = RealServer.freePort();
        var file = site.write("apache.conf", """
                ServerRoot FOLDER
                PidFile FOLDER/pid
                Listen 127.0.0.1:PORT1
                ServerName localhost
                LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
                LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
                LoadModule authz_user_module /usr/lib/apache2/modules/mod_authz_user.so
                LoadModule authn_core_module /usr/lib/apache2/modules/mod_authn_core.so
                LoadModule authn_file_module /usr/lib/apache2/modules/mod_authn_file.so
                LoadModule auth_basic_module /usr/lib/apache2/modules/mod_auth_basic.so
                LoadModule status_module /usr/lib/apache2/modules/mod_status.so
                ErrorLog FOLDER/error.log
                DocumentRoot FOLDER/www
                <Location /server-status>
                  SetHandler server-status
                  AuthType Basic
                  AuthName x
                  AuthUserFile FOLDER/users
                  Require valid-user
                </Location>
                """, port);
        var status = "port " + port + " protocol apache-status";
        site.start("apache2", "-X", "-f", file).awaitPort(port);
        return Peer.of(right("apache-status", status + LOGIN + " loglimit > 60%"),
                refused("apache-status: beyond a limit", status + LOGIN + " loglimit < 60%"),
                refused("apache-status: wrong password", status + WRONG + " loglimit > 60%"),
                refused("apache-status: no password", status + " loglimit > 60%"),
                refused("apache-status: another page", status + " path \"/index.html\" loglimit > 60%"));
    }

    static Peer websocket(Site site) throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/lib/python3/dist-packages/websockets")), "python3-websockets is not installed");
        var port = RealServer.freePort();
        var fresh = RealServer.freePort();
        var expired = RealServer.freePort();
        var file = site.write("server.py", """
                import asyncio, http, ssl, websockets
                async def talk(socket):
                    await socket.send("hello")
                    async for _ in socket:
                        pass
                async def admit(path, headers):
                    if path == "/private":
                        return http.HTTPStatus.UNAUTHORIZED, [], b"no"
                def key(name):
                    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                    context.load_cert_chain("FOLDER/" + name + ".pem")
                    return context
                async def main():
                    async with websockets.serve(talk, "127.0.0.1", PORT1, process_request=admit), \\
                            websockets.serve(talk, "127.0.0.1", PORT2, ssl=key("fresh")), \\
                            websockets.serve(talk, "127.0.0.1", PORT3, ssl=key("expired")):
                        await asyncio.Future()
                asyncio.run(main())
                """, port, fresh, expired);
        site.start("/usr/bin/python3", file).awaitPort(port).awaitPort(expired);
        var protocol = " protocol websocket version 13";
        return Peer.of(right("websocket", "port " + port + protocol),
                refused("websocket: wants a login", "port " + port + protocol + " request \"/private\""),
                accepted("websocket: no version", "port " + port + " protocol websocket request \"/\"").monitAlone(State.HEALTHY))
                .with(Row.encrypted("websocket", "port " + fresh, "port " + expired, "port " + port, protocol));
    }
}
