package jmonit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jmonit.model.Httpd;
import jmonit.model.Httpd.Access;
import jmonit.model.Principal;
import jmonit.model.RunAs;
import jmonit.model.Tls;
import jmonit.os.live.LiveAccounts;
import jmonit.os.live.LiveFiles;
import jmonit.os.live.LiveHashes;
import jmonit.os.live.LiveLogins;
import jmonit.os.live.LiveTicker;

@Tag("live")
class WebServerLiveTest {

    private static final int PATIENCE = 20_000;
    private static final String ADMIN = "Authorization: " + Stage.basic("admin", "monit") + "\r\n";

    @TempDir
    private Path folder;

    private final Stage stage = new Stage();
    private final List<WebServer> open = new ArrayList<>();
    private int port;

    @AfterEach
    void close() {
        open.forEach(WebServer::close);
    }

    private void serve(Httpd httpd) throws IOException {
        var machine = new WebServer.Machine(new LiveFiles(), new LiveAccounts(), new WebServer.Keys(new LiveHashes(), new LiveLogins(new LiveAccounts())), InstantSource.system(), new LiveTicker());
        open.add(WebServer.open(httpd, stage.service(), machine));
    }

    private void servePort(List<Access> access) throws IOException {
        port = freePort();
        serve(new Httpd(List.of(new Httpd.Tcp(port, "127.0.0.1", Tls.NONE, false)), List.of(), Httpd.Manners.USUAL, access));
    }

    private Path serveSocket(String mode, boolean readOnly) throws IOException {
        var socket = folder.resolve("s");
        serve(new Httpd(List.of(), List.of(new Httpd.Unix(socket.toString(), RunAs.MYSELF, mode, readOnly)), Httpd.Manners.USUAL, Stage.USERS));
        return socket;
    }

    static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private String tcp(String request) throws IOException {
        return tcp("127.0.0.1", request);
    }

    private String tcp(String host, String request) throws IOException {
        try (var socket = new Socket(host, port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String unix(Path path, String request) throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.ISO_8859_1)));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String status(String answer) {
        return answer.lines().findFirst().orElse("nothing");
    }

    @Test
    void answersAsMonitDoesOnAPort() throws IOException {
        servePort(Stage.USERS);

        String answer = tcp("GET /_ping HTTP/1.0\r\n" + ADMIN + "\r\n");

        assertEquals("HTTP/1.0 200 OK", status(answer));
        assertTrue(answer.endsWith("\r\n\r\npong"), answer);
        for (String line : List.of("Connection: close", "Content-Length: 4", "Server: monit 5.33.0", "Date: ", "X-Frame-Options: SAMEORIGIN",
                "Content-Type: text/html", "Set-Cookie: securitytoken=")) {
            assertTrue(answer.contains("\r\n" + line), line + " in " + answer);
        }
    }

    @Test
    void answersOnAUnixSocket() throws IOException {
        var socket = serveSocket("600", false);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)));
        assertEquals("HTTP/1.0 401 Unauthorized", status(unix(socket, "GET /_ping HTTP/1.0\r\n\r\n")));
        assertEquals("HTTP/1.0 200 OK", status(unix(socket, "GET /_ping HTTP/1.1\r\nHost: x\r\n" + ADMIN + "\r\n")));
        assertEquals("HTTP/1.0 400 Bad Request", status(unix(socket, "nonsense\r\n\r\n")));
    }

    @Test
    void ordersComeThroughASocketUnlessItIsForLookingOnly() throws IOException {
        String order = "POST /a HTTP/1.0\r\nCookie: securitytoken=t\r\nContent-Length: 27\r\n" + ADMIN + "\r\nsecuritytoken=t&action=stop";

        assertEquals("HTTP/1.0 302 Moved Temporarily", status(unix(serveSocket("", false), order)));
        open.removeFirst().close();
        assertEquals("HTTP/1.0 403 Forbidden", status(unix(serveSocket("", true), order)));
        assertEquals(List.of("stop [a]"), stage.told);
    }

    @Test
    void theSocketIsRemovedAtTheEndAndAnOldOneReplaced() throws IOException {
        var socket = serveSocket("", false);
        open.removeFirst().close();
        assertFalse(Files.exists(socket));

        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket)).close();
        serveSocket("", false);

        assertEquals("HTTP/1.0 200 OK", status(unix(socket, "GET /_ping HTTP/1.0\r\n" + ADMIN + "\r\n")));
    }

    @Test
    void aFileIsNotReplacedByASocket() throws IOException {
        Files.writeString(folder.resolve("s"), "precious");

        var fault = assertThrows(IOException.class, () -> serveSocket("", false));

        assertTrue(fault.getMessage().startsWith("cannot listen on the Unix socket " + folder.resolve("s")), fault.getMessage());
        assertEquals("precious", Files.readString(folder.resolve("s")));
    }

    @Test
    void aSocketOfAnUnknownOwnerIsNotOpened() {
        var owner = new RunAs(new Principal.Named("nobody-of-that-name"), Principal.INHERITED);
        var httpd = new Httpd(List.of(), List.of(new Httpd.Unix(folder.resolve("s").toString(), owner, "", false)), Httpd.Manners.USUAL, Stage.USERS);

        assertThrows(IOException.class, () -> serve(httpd));
        assertFalse(Files.exists(folder.resolve("s")));
    }

    @Test
    void aPortThatIsTakenIsToldInTheWordsOfTheOperator() throws IOException {
        servePort(Stage.USERS);

        var fault = assertThrows(IOException.class,
                () -> serve(new Httpd(List.of(new Httpd.Tcp(port, "127.0.0.1", Tls.NONE, false)), List.of(), Httpd.Manners.USUAL, Stage.USERS)));

        assertEquals("cannot listen on [127.0.0.1]:" + port + ": Address already in use", fault.getMessage());
    }

    @Test
    void withoutAnAddressBothFamiliesAreServed() throws IOException {
        port = freePort();
        serve(new Httpd(List.of(new Httpd.Tcp(port, "", Tls.NONE, false)), List.of(), Httpd.Manners.USUAL, Stage.USERS));

        assertEquals("HTTP/1.0 200 OK", status(tcp("127.0.0.1", "GET /_ping HTTP/1.0\r\n" + ADMIN + "\r\n")));
        assertEquals("HTTP/1.0 200 OK", status(tcp("::1", "GET /_ping HTTP/1.0\r\n" + ADMIN + "\r\n")));
    }

    @Test
    void whereNobodyIsAllowedNothingIsOpened() {
        assertThrows(IOException.class, () -> servePort(List.of()));
        assertThrows(IOException.class, () -> tcp("GET /_ping HTTP/1.0\r\n\r\n"));
    }

    @Test
    void whoIsNotAllowedHearsNothing() throws IOException {
        servePort(List.of(new Access.Net("10.0.0.0/8"), new Access.User("admin", "monit", false)));

        assertEquals("", tcp("GET /_ping HTTP/1.0\r\n" + ADMIN + "\r\n"));
    }

    @Test
    void whoSpeaksTheNewerVersionMayAskAgain() throws IOException {
        servePort(Stage.USERS);
        String one = "GET /_ping HTTP/1.1\r\nHost: x\r\n" + ADMIN;

        String answers = tcp(one + "\r\n" + one + "Connection: close\r\n\r\n");

        assertEquals(2, answers.split("HTTP/1.1 200 OK", -1).length - 1, answers);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "GET /_ping\r\n\r\n", "FOO\r\n\r\n", "GET /%00 HTTP/1.0\r\nAUTH\r\n", "GET / HTTP/9.0\r\n\r\n",
            "POST /a HTTP/1.1\r\nHost: x\r\nAUTHTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\nGET /_ping HTTP/1.1\r\nAUTH\r\n",
            "POST /a HTTP/1.1\r\nHost: x\r\nAUTHContent-Length: 5\r\nContent-Length: 6\r\n\r\n123456",
            "POST /a HTTP/1.1\r\nHost: x\r\nAUTHContent-Length: 100000000\r\n\r\n123456",
            "POST /a HTTP/1.1\r\nHost: x\r\nAUTHTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
            "POST /a HTTP/1.0\r\nAUTHContent-Length: x\r\n\r\n"})
    void nonsenseIsRefusedOnceAndTheConnectionClosed(String request) throws IOException {
        servePort(Stage.USERS);

        String answer = tcp(request.replace("AUTH", ADMIN));

        assertFalse(answer.contains("200 OK"), answer);
        assertFalse(answer.substring(Math.min(5, answer.length())).contains("HTTP/1"), answer);
    }

    @Test
    void floodsOfHeadersAreCutOff() throws IOException {
        servePort(Stage.USERS);

        String answer = answerOrCut("GET /_ping HTTP/1.0\r\n" + ("X: " + "y".repeat(1000) + "\r\n").repeat(2000) + ADMIN + "\r\n");

        assertFalse(answer.contains("200 OK"), answer);
        assertEquals("HTTP/1.0 200 OK", status(tcp("GET /_ping HTTP/1.0\r\n" + ADMIN + "\r\n")));
    }

    private String answerOrCut(String request) {
        try {
            return tcp(request);
        } catch (IOException e) {
            return "cut off";
        }
    }

    @Test
    void manyIdleAndHalfSpokenConnectionsDoNotShutOthersOut() throws IOException {
        servePort(Stage.USERS);
        var others = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 300; i++) {
                var socket = new Socket();
                socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE);
                socket.getOutputStream().write(i % 2 == 0 ? "POST /a HTTP/1.0\r\nContent-Length: 50\r\n\r\nx".getBytes(StandardCharsets.UTF_8) : new byte[0]);
                others.add(socket);
            }

            assertEquals("HTTP/1.0 200 OK", status(tcp("GET /_ping HTTP/1.0\r\n" + ADMIN + "\r\n")));
        } finally {
            for (Socket socket : others) {
                socket.close();
            }
        }
    }
}
