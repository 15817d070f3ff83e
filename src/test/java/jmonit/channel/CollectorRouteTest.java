package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jmonit.model.Event;
import jmonit.model.MMonit;
import jmonit.model.Tls;
import jmonit.os.live.LiveDialer;
import jmonit.os.live.LiveTicker;

/** What a collector hears, and when. */
class CollectorRouteTest {

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> settled = new CopyOnWriteArrayList<>();
    private final LiveDialer dialer = new LiveDialer();
    private volatile String status = "200 OK";
    private ServerSocket listening;

    @BeforeEach
    void listen() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try (Socket client = listening.accept()) {
                    answer(client);
                } catch (IOException e) {
                    // A client that goes away, or the end.
                }
            }
        });
    }

    private void answer(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            length = line.startsWith("Content-Length: ") ? Integer.parseInt(line.substring("Content-Length: ".length())) : length;
        }
        var body = new char[length];
        for (int at = 0; at < length;) {
            at += Math.max(0, in.read(body, at, length - at));
        }
        bodies.add(new String(body));
        client.getOutputStream().write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @AfterEach
    void end() throws IOException {
        listening.close();
        dialer.close();
    }

    private CollectorRoute route(Duration cycle) {
        return route(cycle, news -> (news.isEmpty() ? "status" : news.getFirst().service()).getBytes(StandardCharsets.US_ASCII));
    }

    private CollectorRoute route(Duration cycle, Report report) {
        MMonit mmonit = Happenings.controlFile("set httpd port 2812\n  allow localhost\nset mmonit http://127.0.0.1:" + listening.getLocalPort() + "/collector\n")
                .settings().mmonits().getFirst();
        var second = new Backoff(Duration.ofMillis(50), Duration.ofMillis(50), () -> 0.5);
        var ends = new CollectorRoute.Ends(report, new Collector(dialer, mmonit, Tls.NONE), mmonit.url().toString(), cycle);
        return new CollectorRoute(ends, new LiveTicker(), new Backlog<>(second, second), (note, _) -> settled.add(note.event().service()));
    }

    private static Note note(long number, String service) {
        Event event = Happenings.event(number, service);
        return new Note(number, event, List.of(), List.of("there"));
    }

    private static boolean happens(BooleanSupplier what) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < end && !what.getAsBoolean()) {
            LockSupport.parkNanos(2_000_000);
        }
        return what.getAsBoolean();
    }

    @Test
    void hearsNewsBeforeTheStatusOfTheCycle() {
        try (var route = route(Duration.ofDays(1))) {
            route.add(note(1, "first"));
            route.add(note(2, "second"));
            route.open();

            assertTrue(happens(() -> bodies.size() == 3));
            assertEquals(List.of("first", "second", "status"), bodies);
            assertEquals(List.of("first", "second"), settled);
        }
    }

    @Test
    void hearsOnAfterAFaultOfOurs() {
        var faults = new AtomicInteger();
        Report report = _ -> {
            if (faults.incrementAndGet() == 1) {
                throw new StackOverflowError("a fault");
            }
            return "well".getBytes(StandardCharsets.US_ASCII);
        };
        try (var route = route(Duration.ofDays(1), report)) {
            route.add(note(1, "first"));
            route.open();

            assertTrue(happens(() -> settled.contains("first")));
            assertEquals("well", bodies.getFirst());
        }
    }

    @Test
    void goesOnWithoutAnEventThatCanNeverBeWritten() {
        Report report = news -> {
            if (!news.isEmpty() && news.getFirst().service().equals("odd")) {
                throw new IllegalStateException("a fault");
            }
            return "well".getBytes(StandardCharsets.US_ASCII);
        };
        try (var route = route(Duration.ofMillis(20), report)) {
            route.add(note(1, "odd"));
            for (int i = 2; i < 20; i++) {
                route.add(note(i, "even" + i));
            }
            route.open();

            assertTrue(happens(() -> settled.size() == 19));
            assertEquals("odd", settled.getFirst());
        }
    }

    @Test
    void hearsOfASinglePassOnlyWhatHappened() throws InterruptedException {
        try (var route = route(Duration.ZERO)) {
            route.open();
            route.add(note(1, "first"));

            assertEquals(0, route.drain(Duration.ofSeconds(10)));
            assertEquals(List.of("first"), bodies);
        }
    }

    @Test
    void hearsItAgainUntilItSaysThatItHeard() {
        status = "503 later";
        try (var route = route(Duration.ofDays(1))) {
            route.add(note(1, "first"));
            route.open();
            assertTrue(happens(() -> bodies.stream().filter("first"::equals).count() > 1));
            assertEquals(List.of(), settled);
            assertTrue(route.troubled());

            status = "200 OK";

            assertTrue(happens(() -> settled.equals(List.of("first"))));
        }
    }

    @Test
    void hearsTheStatusInEachCycle() {
        try (var route = route(Duration.ofMillis(20))) {
            route.open();

            assertTrue(happens(() -> bodies.size() > 3));
            assertEquals(List.of("status"), bodies.stream().distinct().toList());
        }
    }
}
