package jmonit.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import jmonit.BuiltIn;
import jmonit.model.Answer;
import jmonit.os.FakePinger;
import jmonit.os.live.LiveDialer;
import jmonit.service.Connections;

/** A thousand servers that mean no good, at once, over real connections. */
@Tag("live")
class HostilePeersLiveTest {

    private static final int PEERS = 1000;
    private static final Duration HOSTILE_TIMEOUT = Duration.ofSeconds(4);
    private static final Duration PROMPT = Duration.ofSeconds(1);
    private static final List<String> PROTOCOLS = BuiltIn.CATALOG.protocols().stream().map(p -> p.keyword())
            .filter(k -> !k.equals("default") && !k.equals("radius") && !k.equals("ntp3") && !k.equals("fail2ban")).toList();

    private static final byte[] BOMB = packed();

    @FunctionalInterface
    private interface Malice {

        void against(Socket client) throws Exception;
    }

    private static final List<Malice> KINDS = List.of(
            client -> client.getInputStream().transferTo(java.io.OutputStream.nullOutputStream()),
            HostilePeersLiveTest::drip,
            HostilePeersLiveTest::flood,
            client -> client.getOutputStream().write(new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f, 'H', 'T'}),
            client -> client.getOutputStream().write(noise(64)),
            client -> client.getOutputStream().write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf of it")),
            HostilePeersLiveTest::endlessPage,
            HostilePeersLiveTest::bomb,
            HostilePeersLiveTest::longChain);

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void endlessPage(Socket client) throws IOException {
        client.getOutputStream().write(ascii("HTTP/1.1 200 OK\r\n\r\n"));
        flood(client);
    }

    /** Nothing of 20 MB. */
    private static byte[] packed() {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(new byte[20_000_000]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static void bomb(Socket client) throws IOException {
        client.getOutputStream().write(ascii("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + BOMB.length + "\r\n\r\n"));
        client.getOutputStream().write(BOMB);
    }

    /** The beginning of TLS 1.2, and certificates of a megabyte. */
    private static void longChain(Socket client) throws IOException {
        client.getInputStream().read(new byte[4096]);
        var out = client.getOutputStream();
        out.write(HexFormat.of().parseHex("160303002a020000260303" + "11".repeat(32) + "00c02f00"));
        out.write(HexFormat.of().parseHex("16030340000b100000" + "0ffffd0ffffa"));
        out.write(new byte[(1 << 14) - 10]);
        for (var i = 0; i < 63; i++) {
            out.write(HexFormat.of().parseHex("1603034000"));
            out.write(new byte[1 << 14]);
        }
    }

    private static void drip(Socket client) throws Exception {
        for (var letter : "HTTP/1.1 200 OK\r\nX-Slow: as slow as can be, and no end to it".repeat(100).toCharArray()) {
            client.getOutputStream().write(letter);
            TimeUnit.MILLISECONDS.sleep(300);
        }
    }

    private static void flood(Socket client) throws IOException {
        var noise = noise(8192);
        while (true) {
            client.getOutputStream().write(noise);
        }
    }

    private static byte[] noise(int length) {
        var noise = new byte[length];
        RandomGenerator.getDefault().nextBytes(noise);
        return noise;
    }

    private static void serve(ServerSocket server, ExecutorService threads) {
        for (var number = 0; !server.isClosed(); number++) {
            try {
                var client = server.accept();
                var kind = KINDS.get(number % KINDS.size());
                threads.execute(() -> meet(client, kind));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void meet(Socket client, Malice kind) {
        try (client) {
            kind.against(client);
        } catch (Exception e) {
            // The other side has had enough, or the test has ended.
        }
    }

    @Test
    void holdUpNobodyElseAndEndAtTheirDeadline() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor(); var dialer = new LiveDialer();
                var hostile = new ServerSocket(0, PEERS, InetAddress.getLoopbackAddress());
                var good = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> serve(hostile, threads));
            threads.execute(() -> answer(good));
            var connections = new Connections(dialer, new FakePinger(Map.of()), BuiltIn.CATALOG);
            // Classes are loaded and the port is open before the clock runs.
            assertEquals("", Verdict.ours("port " + good.getLocalPort() + " protocol http"));
            var checks = new ArrayList<Callable<String>>();
            for (var i = 0; i < PEERS; i++) {
                var protocol = PROTOCOLS.get(i / KINDS.size() % PROTOCOLS.size());
                var test = "port " + hostile.getLocalPort() + " type tcp protocol " + protocol + (protocol.startsWith("http") ? " content = \"never\"" : "")
                        + " timeout " + HOSTILE_TIMEOUT.toSeconds() + " seconds";
                var look = Verdict.look(BuiltIn.CATALOG, test);
                checks.add(() -> because(connections.ask(look).get(0)));
            }
            var well = Verdict.look(BuiltIn.CATALOG, "port " + good.getLocalPort() + " protocol http");
            var began = System.nanoTime();
            var asked = checks.stream().map(threads::submit).toList();

            var times = new ArrayList<Duration>();
            for (var i = 0; i < 21; i++) {
                var start = System.nanoTime();
                assertEquals("", because(connections.ask(well).get(0)));
                times.add(Duration.ofNanos(System.nanoTime() - start));
                TimeUnit.MILLISECONDS.sleep(50);
            }

            // Both sides of a thousand connections share this machine with the test: one time may be long, but none as long as a hostile one takes.
            times.sort(null);
            assertTrue(times.get(10).compareTo(PROMPT) < 0, () -> "a good server was slow: " + times);
            assertTrue(times.getLast().compareTo(HOSTILE_TIMEOUT) < 0, () -> "a good server was held up: " + times);
            for (var verdict : asked) {
                assertTrue(verdict.get(60, TimeUnit.SECONDS).chars().noneMatch(c -> c < ' '));
            }
            var all = Duration.ofNanos(System.nanoTime() - began);
            assertTrue(all.compareTo(HOSTILE_TIMEOUT.multipliedBy(10)) < 0, "the last hostile one ended after " + all);
            hostile.close();
            good.close();
            threads.shutdownNow();
        }
    }

    private static String because(Answer answer) {
        return answer instanceof Answer.Failed(String because) ? because : "";
    }

    private static void answer(ServerSocket server) {
        while (!server.isClosed()) {
            try (var client = server.accept()) {
                client.getInputStream().read(new byte[1000]);
                client.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return;
            }
        }
    }
}
