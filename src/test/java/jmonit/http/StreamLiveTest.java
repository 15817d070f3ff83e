package jmonit.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Httpd;
import jmonit.model.Origin;
import jmonit.model.RunAs;
import jmonit.model.Snapshot;
import jmonit.model.Tls;
import jmonit.os.live.LiveAccounts;
import jmonit.os.live.LiveFiles;
import jmonit.os.live.LiveHashes;
import jmonit.os.live.LiveLogins;
import jmonit.os.live.LiveTicker;

@Tag("live")
class StreamLiveTest {

    private static final String ADMIN = "Authorization: " + Stage.basic("admin", "monit") + "\r\n";
    private static final int PATIENCE = 20_000;

    @TempDir
    private Path folder;

    private final Stage stage = new Stage();
    private final List<AutoCloseable> open = new ArrayList<>();
    private WebServer server;
    private Path socket;
    private int port;

    @BeforeEach
    void serve() throws IOException {
        socket = folder.resolve("s");
        port = WebServerLiveTest.freePort();
        var machine = new WebServer.Machine(new LiveFiles(), new LiveAccounts(), new WebServer.Keys(new LiveHashes(), new LiveLogins(new LiveAccounts())), InstantSource.system(), new LiveTicker());
        server = WebServer.open(new Httpd(List.of(new Httpd.Tcp(port, "127.0.0.1", Tls.NONE, false)),
                List.of(new Httpd.Unix(socket.toString(), RunAs.MYSELF, "600", false)), Httpd.Manners.USUAL, Stage.USERS), stage.service(), machine);
        open.add(server);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    private InputStream ask(String front, String request) throws IOException {
        byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
        if (front.equals("unix")) {
            var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
            open.add(channel);
            channel.write(ByteBuffer.wrap(bytes));
            return Channels.newInputStream(channel);
        }
        var tcp = new Socket("127.0.0.1", port);
        open.add(tcp);
        tcp.setSoTimeout(PATIENCE);
        tcp.getOutputStream().write(bytes);
        return tcp.getInputStream();
    }

    private BufferedReader stream(String front) throws IOException {
        return new BufferedReader(new InputStreamReader(ask(front, "GET /api/v1/stream HTTP/1.1\r\nHost: h\r\n" + ADMIN + "\r\n"),
                StandardCharsets.UTF_8));
    }

    private static void until(BufferedReader reader, String line) throws IOException {
        for (String read = reader.readLine(); !read.equals(line); read = reader.readLine()) {
            assertTrue(!read.contains("HTTP/1") || read.contains("200 OK"), read);
        }
    }

    private static int rest(BufferedReader reader) {
        try {
            int count = 0;
            while (reader.read() >= 0) {
                count++;
            }
            return count;
        } catch (IOException e) {
            // Cut off in the middle, which is an end as well.
            return 0;
        }
    }

    private void happens() {
        var event = new Event(Instant.EPOCH.plusSeconds(1), "a", "process", EventKind.PID, Event.Side.CHANGED, "PID changed", "alert", new Origin("/m", 1));
        stage.shown = new Snapshot(stage.shown.at(), stage.shown.settings(), stage.shown.services(), List.of(event));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "unix"})
    void tellsWhatHappensWhenItHappens(String front) throws IOException {
        var reader = stream(front);
        until(reader, "event: services");

        happens();

        until(reader, "id: 1000000");
        until(reader, "data: PID changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "unix"})
    void endsWithTheServer(String front) throws IOException {
        var reader = stream(front);
        until(reader, "event: services");
        Instant begin = Instant.now();

        server.close();
        rest(reader);

        assertTrue(Duration.between(begin, Instant.now()).compareTo(Duration.ofSeconds(5)) < 0);
    }

    @Test
    void livesLongerThanARequestMay() throws IOException {
        var readers = List.of(stream("tcp"), stream("unix"));

        for (BufferedReader reader : readers) {
            until(reader, "event: services");
            until(reader, ": ");
            until(reader, ": ");
            until(reader, ": ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "unix"})
    void thereAreNoMoreThan64(String front) throws IOException {
        for (int i = 0; i < Streams.MOST; i++) {
            until(stream(front), "event: services");
        }

        String last = new String(ask(front, "GET /api/v1/stream HTTP/1.0\r\n" + ADMIN + "\r\n").readAllBytes(), StandardCharsets.UTF_8);

        assertTrue(last.contains(" 503 ") && last.contains("There are 64 streams already"), last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "unix"})
    void anActionIsAnsweredWhenItIsOver(String front) throws Exception {
        stage.slow = true;
        String body = "{\"action\":\"start\",\"services\":[\"a\"],\"wait\":60}";
        var in = ask(front, "POST /api/v1/actions HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Type: application/json\r\n" + ADMIN
                + "Content-Length: " + body.length() + "\r\n\r\n" + body);
        while (stage.replies.isEmpty()) {
            Thread.sleep(10);
        }

        stage.replies.getFirst().complete("it would not");
        String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);

        assertTrue(answer.contains("{\"results\":[{\"service\":\"a\",\"state\":\"failed\",\"reason\":\"it would not\"}]}"), answer);
    }

    @Test
    void aConnectionIsUsedAgainAfterAnActionIsOver() throws Exception {
        stage.slow = true;
        String body = "{\"action\":\"quit\",\"wait\":60}";
        String post = "POST /api/v1/daemon HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n" + ADMIN + "Content-Length: " + body.length()
                + "\r\n\r\n" + body;
        var in = ask("tcp", post + "GET /health HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        while (stage.replies.isEmpty()) {
            Thread.sleep(10);
        }

        stage.replies.getFirst().complete("");
        String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);

        assertTrue(answer.contains("{\"state\":\"done\",\"reason\":\"\"}"), answer);
        assertTrue(answer.endsWith("{\"status\":\"ok\"}"), answer);
    }

    @Test
    void whoDoesNotReadIsCutOff() throws Exception {
        stage.padding = "x".repeat(16 << 20);
        String request = "GET /api/v1/stream HTTP/1.1\r\nHost: h\r\n" + ADMIN + "\r\n";
        var readers = List.of(ask("tcp", request), ask("unix", request));

        Thread.sleep(12_000);

        for (InputStream in : readers) {
            assertTrue(rest(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) < 16 << 20);
        }
    }

    @Test
    void aHundredMegabytesArePostedInVain() throws Exception {
        String head = "POST /api/v1/actions HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n" + ADMIN + "Content-Length: 104857600\r\n\r\n{";

        assertTrue(new BufferedReader(new InputStreamReader(ask("tcp", head))).readLine().contains(" 400 "));
        assertTrue(new BufferedReader(new InputStreamReader(ask("unix", head))).readLine().contains(" 400 "));
    }
}
