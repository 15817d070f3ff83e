package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLServerSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Origin;
import jmonit.model.Outlet;
import jmonit.model.Tls;
import jmonit.model.Way;
import jmonit.os.live.LiveDialer;

class SyslogCarrierTest {

    private static final Event EVENT = new Event(Instant.parse("2026-11-02T10:55:17.123456Z"), "w \"1\"]\\", "process", EventKind.NONEXIST,
            Event.Side.FAILED, "gone\n<13>1 forged\u2028é", "restart", new Origin("/m", 12));
    private static final String LINE = "<27>1 2026-11-02T10:55:17.123456Z pl_um jmonit 42 nonexist [jmonit@32473 id=\"1793616917123456\""
            + " service=\"w \\\"1\\\"\\]\\\\\" type=\"process\" side=\"failed\" action=\"restart\" rule=\"/m:12\"]"
            + " 'w \"1\"]\\' gone <13>1 forged é";

    private static Reply tell(String options, Event event) throws Exception {
        Outlet outlet = Happenings.controlFile("set syslog logs " + options + " with timeout 2 seconds\n").settings().outlets().getFirst();
        var text = new SyslogText((Way.Syslog) outlet.way(), "pl um", 42, ZoneOffset.UTC);
        try (var dialer = new LiveDialer()) {
            return new SyslogCarrier(dialer, outlet, Tls.NONE, text).tell(event);
        }
    }

    private static String text(String options, Event event, int most) {
        Outlet outlet = Happenings.controlFile("set syslog logs url \"udp://loghost\" " + options + "\n").settings().outlets().getFirst();
        return new String(new SyslogText((Way.Syslog) outlet.way(), "plum", 42, ZoneOffset.UTC).of(event, most), StandardCharsets.UTF_8);
    }

    private static FutureTask<String> heard(Callable<String> listening) {
        var task = new FutureTask<>(listening);
        Thread.ofVirtual().start(task);
        return task;
    }

    @Test
    void sendsADatagram() throws Exception {
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(5000);
            var packet = new DatagramPacket(new byte[4096], 4096);

            assertEquals(new Reply.Taken(), tell("url \"udp://127.0.0.1:" + socket.getLocalPort() + "\"", EVENT));
            socket.receive(packet);

            assertEquals(LINE, new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void countsWhatItSendsOverAStream() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var heard = heard(() -> read(server));

            assertEquals(new Reply.Taken(), tell("url \"tcp://127.0.0.1:" + server.getLocalPort() + "\"", EVENT));

            int length = LINE.getBytes(StandardCharsets.UTF_8).length;
            assertEquals(length + " " + LINE, heard.get(5, TimeUnit.SECONDS));
        }
    }

    private static String read(ServerSocket server) throws IOException {
        server.setSoTimeout(5000);
        try (var socket = server.accept()) {
            socket.setSoTimeout(5000);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void encryptsAndWantsToKnowForWhom(@TempDir Path folder) throws Exception {
        var certificate = PeerCertificate.in(folder);
        try (var server = (SSLServerSocket) certificate.context().getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "url \"tls://127.0.0.1:" + server.getLocalPort() + "\"";
            var nothing = heard(() -> read(server));
            assertThrows(IOException.class, () -> tell(url, EVENT));
            assertThrows(Exception.class, () -> nothing.get(5, TimeUnit.SECONDS));

            var heard = heard(() -> read(server));
            assertEquals(new Reply.Taken(), tell(url + " with ssl { verify: disable }", EVENT));

            assertTrue(heard.get(5, TimeUnit.SECONDS).endsWith(LINE));
        }
    }

    @Test
    void noticesThatThereIsNoLocalLog(@TempDir Path folder) {
        String path = folder.resolve("log").toString();
        assertThrows(IOException.class, () -> tell("url \"unix://" + path + "\"", EVENT));
    }

    @Test
    void noticesThatNobodyListens() throws Exception {
        int port;
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThrows(IOException.class, () -> tell("url \"udp://127.0.0.1:" + port + "\"", EVENT));
        assertThrows(IOException.class, () -> tell("url \"tcp://127.0.0.1:" + port + "\"", EVENT));
    }

    @Test
    void writesAsItIsTold() {
        var recovery = new Event(EVENT.at(), "web", "process", EventKind.NONEXIST, Event.Side.SUCCEEDED, "back", "alert", EVENT.origin());

        assertEquals("<165>Nov  2 10:55:17 plum ops[42]: 'web' back", text("facility local4 tag ops format rfc3164", recovery, 999));
        assertEquals("<165>Nov  2 10:55:17 ops[42]: 'web' back", text("facility local4 tag ops url \"unix:///dev/log\"", recovery, 999));
        assertTrue(text("facility log_local4 data \"x@1.2\"", recovery, 999).startsWith("<165>1 2026-11-02T10:55:17.123456Z plum jmonit 42 nonexist [x@1.2 id="));
    }

    @Test
    void cutsNoCharacterInTwo() {
        var endless = new Event(EVENT.at(), "web", "process", EventKind.NONEXIST, Event.Side.FAILED, "é".repeat(999), "", EVENT.origin());

        String one = text("", endless, 500);
        String two = text("", endless, 501);

        assertTrue(one.endsWith("é") && two.endsWith("é"), one + two);
    }
}
