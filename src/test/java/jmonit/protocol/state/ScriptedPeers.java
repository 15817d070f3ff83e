package jmonit.protocol.state;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static jmonit.protocol.state.Row.refused;
import static jmonit.protocol.state.Row.right;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import jmonit.protocol.RealServer;

/** Servers that no package brings, that say no, and that are something else than expected. */
final class ScriptedPeers {

    /** Each port of the arguments says its answers in turn, the one before the first question may be empty. */
    private static final String SCRIPT = """
            import socket, sys, threading
            def talk(client, answers):
                try:
                    for answer in answers:
                        client.sendall(bytes.fromhex(answer))
                        if not client.recv(65536):
                            break
                except OSError:
                    pass
                client.close()
            def serve(server, answers):
                while True:
                    threading.Thread(target=talk, args=(server.accept()[0], answers), daemon=True).start()
            for word in sys.argv[1:]:
                port, _, answers = word.partition(":")
                server = socket.create_server(("127.0.0.1", int(port)), backlog=128)
                threading.Thread(target=serve, args=(server, answers.split(","))).start()
            print("ready", flush=True)
            """;

    private final List<String> words = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private ScriptedPeers() {
    }

    /** A port that says this. */
    private String says(String... answers) throws Exception {
        var port = RealServer.freePort();
        words.add(port + ":" + String.join(",", List.of(answers).stream().map(a -> HexFormat.of().formatHex(a.getBytes(ISO_8859_1))).toList()));
        return "port " + port + " protocol ";
    }

    static Peer all(Site site) throws Exception {
        var peers = new ScriptedPeers();
        peers.unpackaged();
        peers.refusing();
        peers.strangers();
        var program = site.write("server.py", SCRIPT);
        var arguments = new ArrayList<>(List.of(program));
        arguments.addAll(peers.words);
        site.start("/usr/bin/python3", arguments.toArray(String[]::new)).awaitOutput("ready");
        return new Peer(peers.rows);
    }

    private void unpackaged() throws Exception {
        rows.add(right("mongodb before 5.1", says("", reply(1, 1, 20, "\1ok\0\0\0\0\0\0\0\u00f0?")) + "mongodb"));
        rows.add(right("mongodb", says("", reply(1, 1, 20, "\1ok\0\0\0\0\0\0\0\0\0\20code\0\140\1\0\0"),
                reply(2, 2013, 5, "\1ok\0\0\0\0\0\0\0\u00f0?")) + "mongodb").monitAlone(State.HEALTHY));
        rows.add(refused("mongodb: says no", says("", reply(1, 1, 20, "\1ok\0\0\0\0\0\0\0\0\0\2errmsg\0\5\0\0\0auth\0")) + "mongodb"));
        rows.add(right("dwp", says("", "HTTP/1.1 302 Found\r\n\r\n") + "dwp"));
        rows.add(refused("dwp: wants a password", says("", "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n") + "dwp"));
        rows.add(right("tns", says("", "\0\10\0\0\4\0\0\0", "") + "tns"));
        rows.add(refused("tns: resends", says("", "\0\10\0\0\13\0\0\0", "") + "tns"));
        rows.add(right("gps before 2.90", says("", "GPSD,G=GPS\r\n") + "gps"));
        rows.add(right("gps before 2.90: RTCM", says("", "GPSD,G=RTCM104v2\r\n") + "gps"));
        rows.add(refused("gps before 2.90: no device", says("", "GPSD,G=?\r\n") + "gps"));
    }

    private static String reply(int to, int operation, int head, String elements) {
        var body = "\0".repeat(head) + little(elements.length() + 5) + elements + "\0";
        return little(16 + body.length()) + little(7) + little(to) + little(operation) + body;
    }

    private static String little(int number) {
        return "" + (char) (number & 0xff) + (char) (number >> 8 & 0xff) + (char) (number >> 16 & 0xff) + (char) (number >>> 24);
    }

    private void refusing() throws Exception {
        no("clamav", says("", "PING. ERROR\n"));
        no("ftp", says("530 not you\r\n", ""));
        no("imap", says("* BYE not you\r\n", ""));
        no("lmtp", says("554 not you\r\n", ""));
        no("memcache", says("", "ERROR unauthenticated\r\n"));
        no("nntp", says("502 not you\r\n", ""));
        no("pop", says("-ERR not you\r\n", ""));
        no("postfix-policy", says("", "action=\n\n"));
        no("redis", says("", "-ERR max number of clients reached\r\n"));
        no("rsync", says("@ERROR: not you\n", ""));
        no("sieve", says("NO \"not you\"\r\n", ""));
        no("smtp", says("554 not you\r\n", ""));
        no("spamassassin", says("", "SPAMD/1.0 76 Bad header line\r\n"));
        no("ssh", says("Not allowed at this time\r\n", ""));
    }

    private void no(String protocol, String place) {
        rows.add(refused(protocol + ": says no", place + protocol));
    }

    private void strangers() throws Exception {
        var mail = says("220 plum ESMTP\r\n", "500 what\r\n", "500 what\r\n", "421 bye\r\n");
        var web = says("", "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        var noise = says("\377\0\1\2\3\376noise", "\0\0\0\0");
        var mute = says("");
        for (var protocol : List.of("clamav", "dns", "dwp", "ftp", "gps", "http", "imap", "ldap2", "ldap3", "lmtp", "memcache", "mongodb", "mqtt",
                "mysql", "nntp", "pgsql", "pop", "postfix-policy", "rdate", "redis", "rsync", "sieve", "sip", "smtp", "spamassassin", "ssh", "tns",
                "websocket version 13")) {
            rows.add(Row.astray(protocol + " at a mail server", mail + protocol));
            rows.add(Row.astray(protocol + " at a web server", web + protocol));
            rows.add(Row.astray(protocol + " at a server that hangs up", mute + protocol));
            // What Monit makes of an answer without a status depends on what it read before.
            if (!protocol.equals("http") && !protocol.equals("sip")) {
                rows.add(Row.astray(protocol + " at a noisy server", noise + protocol));
            }
        }
    }
}
