package jmonit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jmonit.model.Httpd;
import jmonit.model.Tls;
import jmonit.os.live.LiveAccounts;
import jmonit.os.live.LiveFiles;
import jmonit.os.live.LiveHashes;
import jmonit.os.live.LiveLogins;
import jmonit.os.live.LiveTicker;

/** The same requests to the real Monit and to this server: the same status, headers and, where it is no page or document, the same bytes. */
@Tag("live")
class HttpParityTest {

    private static final Path MONIT = Path.of("/usr/bin/monit");
    private static final int PATIENCE = 20_000;
    /** What this server sends beyond Monit; nobody minds more. */
    private static final Set<String> OURS = Set.of("X-Content-Type-Options", "Referrer-Policy", "Cache-Control");

    @TempDir
    private static Path folder;

    private static final List<Process> MONITS = new ArrayList<>();
    private static final List<WebServer> SERVERS = new ArrayList<>();
    private static int theirs;
    private static int ours;

    @BeforeAll
    static void startBoth() throws Exception {
        assumeTrue(Files.isExecutable(MONIT), "no " + MONIT + " to compare with");
        assumeTrue(new LiveFiles().readable("/etc/shadow"), "the real monit reads a control file of root: run as root");
        theirs = WebServerLiveTest.freePort();
        ours = WebServerLiveTest.freePort();
        startMonit();
        var machine = new WebServer.Machine(new LiveFiles(), new LiveAccounts(), new WebServer.Keys(new LiveHashes(), new LiveLogins(new LiveAccounts())), InstantSource.system(), new LiveTicker());
        SERVERS.add(WebServer.open(new Httpd(List.of(new Httpd.Tcp(ours, "127.0.0.1", Tls.NONE, false)), List.of(), Httpd.Manners.USUAL, Stage.USERS),
                new Stage().service(), machine));
    }

    private static void startMonit() throws Exception {
        var file = folder.resolve("monitrc");
        Files.writeString(file, """
                set daemon 600
                set log %1$s/log
                set pidfile %1$s/pid
                set idfile %1$s/id
                set statefile %1$s/state
                set httpd port %2$d address 127.0.0.1 allow admin:monit allow guest:guest read-only
                check file a with path /etc/passwd group g1
                check file "b c" with path /etc/group group g1
                """.formatted(folder, theirs));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        MONITS.add(new ProcessBuilder(MONIT.toString(), "-I", "-c", file.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile()).start());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!answers() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertTrue(answers(), "monit does not answer");
    }

    private static boolean answers() {
        try {
            return ask(theirs, "GET / HTTP/1.0\r\n\r\n").startsWith("HTTP");
        } catch (IOException e) {
            return false;
        }
    }

    @AfterAll
    static void stopBoth() {
        MONITS.forEach(Process::destroy);
        SERVERS.forEach(WebServer::close);
    }

    private static String ask(int port, String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** {@code method path user body}; every request carries the cookie of the token {@code t}. */
    @ParameterizedTest
    @ValueSource(strings = {
            "GET /_ping admin:monit", "GET /_ping admin:wrong", "GET /_ping nobody:x", "GET /_ping -", "GET /nosuch admin:monit",
            "GET /../etc/passwd admin:monit", "GET /%3Cscript%3E admin:monit", "GET /_doaction admin:monit", "PUT /a admin:monit",
            "DELETE /a admin:monit", "GET /_status?service=nosuch admin:monit", "GET /_status?group=nosuch admin:monit",
            "GET /_summary?service=nosuch admin:monit", "GET /_report?type=bogus admin:monit", "GET /_viewlog guest:guest",
            "POST /_doaction admin:monit securitytoken=t&action=monitor&service=a", "POST /_doaction admin:monit securitytoken=t",
            "POST /_doaction admin:monit securitytoken=t&action=bogus&service=a", "POST /a admin:monit securitytoken=t",
            "POST /_doaction admin:monit securitytoken=t&action=monitor&service=nosuch", "POST /a admin:monit securitytoken=wrong&action=monitor",
            "POST /a admin:monit action=monitor", "POST /nosuch admin:monit securitytoken=t&action=monitor",
            "POST /a guest:guest securitytoken=t&action=monitor", "POST /_doaction guest:guest securitytoken=t&action=monitor&service=a",
            "POST /_runtime guest:guest securitytoken=t&action=validate", "POST /_ping admin:monit securitytoken=t",
            "POST /_ping admin:monit", "GET /_ping/ admin:monit", "GET //_ping admin:monit"})
    void answersAsTheRealMonitDoes(String wish) throws IOException {
        String request = request(wish.split(" ", 4));

        String expected = ask(theirs, request);
        String actual = ask(ours, request);

        assertEquals(head(expected), head(actual), wish);
        assertEquals(body(expected), body(actual), wish);
    }

    private static String request(String[] words) {
        String user = words[2].equals("-") ? "" : "Authorization: " + Stage.basic(words[2].split(":")[0], words[2].split(":")[1]) + "\r\n";
        String body = words.length > 3 ? words[3] : "";
        String length = words[0].equals("POST") ? "Content-Length: " + body.length() + "\r\n" : "";
        return words[0] + " " + words[1] + " HTTP/1.0\r\n" + user + length + "Cookie: securitytoken=t\r\n\r\n" + body;
    }

    /** The status line, and the headers in any order with what must be alike of their values. */
    private static String head(String answer) {
        String[] lines = answer.split("\r\n\r\n", 2)[0].split("\r\n");
        var headers = new TreeSet<String>();
        for (int at = 1; at < lines.length; at++) {
            String[] header = lines[at].split(": ", 2);
            if (!OURS.contains(header[0]) && !(header[0].equals("Content-Length") && lines[0].contains("400"))) {
                headers.add(header[0] + (Set.of("Date", "Set-Cookie", "Content-Security-Policy").contains(header[0]) ? "" : ": " + header[1]));
            }
        }
        return lines[0] + "\n" + String.join("\n", headers);
    }

    private static String body(String answer) {
        String[] parts = answer.split("\r\n\r\n", 2);
        return parts.length < 2 ? "" : parts[1];
    }
}
