package jmonit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that mean no good, and one beside them that does. */
@Tag("live")
class HostileClientsLiveTest {

    private static final String GOOD = "GET /_status?format=xml admin:monit";
    private static final long SOON = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int BUSY = 10;
    private static final int MANY = 500;
    private static final long MEBIBYTE = 1 << 20;
    private static final long LARGE = 100 * MEBIBYTE;
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String ENCODED = "%3Cscript%3Ealert(1)%3C/script%3E";

    private static Home home;
    private static WebDoor door;
    private static Process daemon;

    private final List<AutoCloseable> wires = new ArrayList<>();

    @BeforeAll
    static void begin(@TempDir Path directory) throws IOException, InterruptedException {
        home = new Home(directory);
        door = new WebDoor(WebDoor.free());
        home.script("talks", "#!/bin/sh\necho '</textarea>SCRIPT\"'; exit 1\n".replace("SCRIPT", SCRIPT));
        home.controlFile("""
                set daemon 1
                set httpd port PORT and use address 127.0.0.1 allow admin:monit allow guest:guest read-only
                set httpd unixsocket DIR/socket allow admin:monit
                check system "SCRIPT"
                check program "program'>SCRIPT" with path DIR/talks if status != 0 then alert
                check process self with pidfile DIR/pid
                """.replace("PORT", Integer.toString(door.port())).replace("SCRIPT", SCRIPT));
        daemon = home.start();
        home.await("the web server", () -> door.answers(GOOD));
        home.await("status failed");
        for (int i = 0; i < BUSY * MANY; i++) {
            door.answer(GOOD);
        }
    }

    @AfterEach
    void hangUp() throws Exception {
        for (AutoCloseable wire : wires) {
            wire.close();
        }
    }

    @AfterAll
    static void end() throws IOException {
        home.close();
    }

    /** Half of many clients say nothing, the others say half of what they want. */
    @Test
    void answersBesideThoseWhoDoNotSpeakToTheEnd() throws Exception {
        long usual = took(() -> door.answers(GOOD));
        long before = memory();
        for (int i = 0; i < MANY; i++) {
            wire("");
            wire("POST /_doaction HTTP/1.1\r\nHost: h\r\nContent-Length: 50\r\n\r\nsecur");
        }

        assertSoon(usual, took(() -> door.answers(GOOD)));
        assertTrue(memory() - before < 48 * MEBIBYTE, () -> "from " + before + " to " + memory());
    }

    @Test
    void answersAtAUnixSocketBesideThoseWhoDoNotSpeakToTheEnd() throws Exception {
        long usual = took(this::answersLocally);
        long before = memory();
        for (int i = 0; i < MANY; i++) {
            local("");
            local("GET /_sta");
        }

        assertSoon(usual, took(this::answersLocally));
        assertSoon(usual, took(() -> door.answers(GOOD)));
        assertTrue(memory() - before < 48 * MEBIBYTE, () -> "from " + before + " to " + memory());
    }

    @Test
    void answersBesideThoseWhoDoNotListen() throws Exception {
        long usual = took(() -> door.answers(GOOD));
        long before = memory();
        String question = "GET /_status?format=xml HTTP/1.1\r\nHost: h\r\nAuthorization: " + WebDoor.basic("admin:monit") + "\r\n\r\n";
        for (int i = 0; i < MANY / BUSY; i++) {
            wire(question.repeat(MANY));
            local(question);
        }

        assertSoon(usual, took(() -> door.answers(GOOD)));
        assertTrue(memory() - before < 48 * MEBIBYTE, () -> "from " + before + " to " + memory());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 104857600\r\n", "Content-Length: 104857600\r\nExpect: 100-continue\r\n",
            "Transfer-Encoding: chunked\r\n", "X: "})
    void takesNoEndlessQuestions(String head) throws Exception {
        long before = memory();
        String begin = "POST /_doaction HTTP/1.1\r\nHost: h\r\nAuthorization: " + WebDoor.basic("admin:monit") + "\r\n" + head;
        boolean headers = head.equals("X: ");

        long taken = sent(begin + (headers ? "" : "\r\n"), head.startsWith("Transfer") ? "1000\r\n" + "x".repeat(4096) + "\r\n" : "x".repeat(4096));

        assertTrue(taken < LARGE / 4, () -> taken + " bytes were taken");
        assertTrue(door.answers(GOOD));
        assertTrue(memory() - before < 32 * MEBIBYTE, () -> "from " + before + " to " + memory());
    }

    @Test
    void takesNoFloodOfHeaders() throws Exception {
        assertTrue(sent("GET / HTTP/1.1\r\n", "A: b\r\n".repeat(100)) < LARGE / 4);
        assertTrue(sent("GET /", "a/../".repeat(1000)) < LARGE / 4);
        assertTrue(door.answers(GOOD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "//etc/passwd", "/etc/passwd",
            "/..%5c..%5cetc/passwd", "/%00/etc/passwd", "/a%0d%0aX-Injected:%20yes", "/%ff%fe", "/%", "/static/../../rc", "/console/..%2f..%2frc",
            "http://h/../etc/passwd", "file:///etc/passwd", "*", "/%252e%252e/etc/passwd", "/./rc", "/;/rc", "/_status/../rc"})
    void handsOutNoFiles(String path) throws IOException {
        for (String user : List.of("admin:monit", "-")) {
            String answer = door.answer("GET " + path + " " + user);

            assertFalse(answer.contains("root:") || answer.contains("set httpd") || answer.contains("\r\nX-Injected"), answer);
            assertTrue(answer.matches("(?s)HTTP/1\\.[01] (400|401|403|404) .*"), () -> path + ": " + answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/_status", "/_status?format=xml", "/_summary", "/_viewlog", "/_report?type=" + ENCODED,
            "/_status?service=" + ENCODED, "/_status?group=" + ENCODED, "/%3Cscript%3Ealert(1)%3C/script%3E", "/api/v1/services", "/api/v1/events",
            "/api/v1/services/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "/api/v1/log", "/api/v1/configuration", "/api/v1/" + ENCODED,
            "/api/v1/services?state=" + ENCODED, "/metrics"})
    void sendsNoScripts(String path) throws IOException {
        String answer = door.answer("GET " + path + " admin:monit");

        assertTrue(answer.contains("\r\nX-Content-Type-Options: nosniff\r\n"), answer);
        assertTrue(answer.contains("\r\nContent-Security-Policy: default-src 'none'; script-src 'self'; "), answer);
        boolean page = answer.contains("Content-Type: text/html") || answer.contains("Content-Type: application/json");
        assertFalse(page && answer.contains(SCRIPT), answer);
    }

    @Test
    void repeatsNothingOfWhatIsNoAddress() throws IOException {
        assertFalse(door.answer("GET /" + SCRIPT + " admin:monit").contains(SCRIPT));
    }

    @Test
    void keepsItsMemoryWhileItAnswers() throws Exception {
        long before = memory();

        for (int i = 0; i < BUSY * MANY; i++) {
            assertTrue(door.answers("GET /_status admin:monit"));
        }

        assertTrue(memory() - before < 32 * MEBIBYTE, () -> "from " + before + " to " + memory());
    }

    // ---- wires

    private void wire(String text) throws IOException {
        var socket = new Socket();
        wires.add(socket);
        socket.setReceiveBufferSize(1024);
        socket.connect(new InetSocketAddress("127.0.0.1", door.port()), 10_000);
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    private SocketChannel local(String text) throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        wires.add(channel);
        channel.connect(UnixDomainSocketAddress.of(home.path("socket")));
        channel.write(ByteBuffer.wrap(text.getBytes(ISO_8859_1)));
        return channel;
    }

    private boolean answersLocally() throws IOException {
        SocketChannel channel = local("GET /_status?format=xml HTTP/1.0\r\nAuthorization: " + WebDoor.basic("admin:monit") + "\r\n\r\n");
        return new String(Channels.newInputStream(channel).readAllBytes(), UTF_8).contains(" 200 OK\r\n");
    }

    /** How much of an endless question was taken before nobody wanted more of it. */
    private long sent(String begin, String more) throws IOException {
        var bytes = more.getBytes(ISO_8859_1);
        try (var socket = new Socket("127.0.0.1", door.port())) {
            var out = socket.getOutputStream();
            out.write(begin.getBytes(ISO_8859_1));
            long taken = 0;
            try {
                for (; taken < LARGE; taken += bytes.length) {
                    out.write(bytes);
                }
            } catch (IOException e) {
                // That is what should happen.
                return taken;
            }
            return taken;
        }
    }

    // ---- measures

    /** The median of a few, in nanoseconds. */
    private static long took(Callable<Boolean> question) throws Exception {
        var times = new ArrayList<Long>();
        for (int i = 0; i < 2 * BUSY + 1; i++) {
            long begin = System.nanoTime();
            assertEquals(true, question.call());
            times.add(System.nanoTime() - begin);
        }
        return times.stream().sorted().toList().get(BUSY);
    }

    /** On a busy machine nothing is soon: then it is what it is without the others that counts. */
    private static void assertSoon(long usual, long time) {
        assertTrue(time < Math.max(SOON, BUSY * usual), () -> time / 1000 + " µs, and " + usual / 1000 + " µs without the others");
    }

    private static long memory() {
        try {
            String status = Files.readString(Path.of("/proc/" + daemon.pid() + "/status"));
            return Long.parseLong(status.replaceAll("(?s).*VmRSS:\\s*(\\d+) kB.*", "$1")) << 10;
        } catch (IOException e) {
            throw new AssertionError("the daemon is gone: " + home.log(), e);
        }
    }
}
