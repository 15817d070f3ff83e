package jmonit.protocol;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import jmonit.BuiltIn;
import jmonit.catalog.Protocol;
import jmonit.catalog.Protocol.Carrier;

/** Every protocol over a stream against servers that mean no good: each test ends, soon, and says why. */
@Tag("live")
class HostileServersTest {

    private static final int MOST = 64 << 20;

    @FunctionalInterface
    private interface Malice {

        void serve(Socket client, OutputStream out) throws Exception;
    }

    private record Case(String name, Malice malice) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Case> CASES = List.of(
            new Case("a byte at a time", (_, out) -> drip(out, "2")),
            new Case("a letter of a greeting at a time", (_, out) -> drip(out, "220 * OK +OK HTTP/1.1 200 ")),
            new Case("one endless line", (_, out) -> flood(out, "a".repeat(4096))),
            new Case("endless lines", (_, out) -> flood(out, "garbage\r\n".repeat(400))),
            new Case("endless replies", (_, out) -> flood(out, "250-more\r\n* OK more\r\n220-more\r\n".repeat(100))),
            new Case("closes at once", (_, _) -> { }),
            new Case("closes in the middle", (_, out) -> out.write("22".getBytes(StandardCharsets.US_ASCII))),
            new Case("noise", (_, out) -> noise(out)),
            new Case("large numbers", (_, out) -> flood(out, "ÿ".repeat(4096))));

    private static void drip(OutputStream out, String text) throws Exception {
        for (var i = 0; i < 1_000_000; i++) {
            out.write(text.charAt(i % text.length()));
            out.flush();
            TimeUnit.MILLISECONDS.sleep(150);
        }
    }

    private static void flood(OutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (var sent = 0; sent < MOST; sent += bytes.length) {
            out.write(bytes);
        }
    }

    private static void noise(OutputStream out) throws IOException {
        var chance = new Random(1);
        var bytes = new byte[4096];
        for (var sent = 0; sent < MOST; sent += bytes.length) {
            chance.nextBytes(bytes);
            out.write(bytes);
        }
    }

    static List<Case> cases() {
        return CASES;
    }

    /** Those over a stream that do more than connect. */
    private static Stream<String> protocols() {
        var plain = BuiltIn.CATALOG.spoken("default").conversation();
        return BuiltIn.CATALOG.protocols().stream().filter(p -> p.carrier() == Carrier.TCP || p.carrier() == Carrier.TLS)
                .filter(p -> p.conversation() != plain).map(Protocol::keyword);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyTestEndsWhateverTheServerDoes(Case c) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var verdicts = protocols().collect(Collectors.toMap(p -> p, p -> threads.submit(() -> verdict(p, c.malice()))));
            for (var verdict : verdicts.entrySet()) {
                check(verdict.getKey(), verdict.getValue().get(60, TimeUnit.SECONDS));
            }
        }
    }

    private static void check(String protocol, String verdict) {
        assertNotEquals(Verdict.GOOD, verdict, protocol);
        assertTrue(verdict.length() < 1200 && verdict.chars().noneMatch(Character::isISOControl), verdict);
    }

    private static String verdict(String protocol, Malice malice) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(server, malice));
            return Verdict.ours("port " + server.getLocalPort() + " type tcp protocol " + protocol + " timeout 1 seconds");
        }
    }

    private static void serve(ServerSocket server, Malice malice) {
        try (var client = server.accept()) {
            malice.serve(client, client.getOutputStream());
        } catch (Exception e) {
            // The test has heard enough.
        }
    }
}
