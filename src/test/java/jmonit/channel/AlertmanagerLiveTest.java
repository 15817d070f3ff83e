package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Origin;
import jmonit.model.Outlet;
import jmonit.model.Tls;
import jmonit.os.live.LiveDialer;
import jmonit.os.live.LiveTicker;
import jmonit.protocol.RealServer;

/** The real Alertmanager, asked with its own amtool. */
@Tag("live")
@Tag("server")
class AlertmanagerLiveTest {

    private static final Duration FORGETTING = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    private static Event event(Event.Side side) {
        return new Event(Instant.now(), "web \"1\"", "process", EventKind.CONNECTION, side, "no answer from db", "restart", new Origin("/m", 12));
    }

    @Test
    void firesAndResolves() throws Exception {
        int port = RealServer.freePort();
        Outlet outlet = Happenings.controlFile("set alertmanager am url \"http://127.0.0.1:" + port + "\"\n").settings().outlets().getFirst();
        var receiver = new Alertmanager(outlet, "plum", "http://plum:2812/");
        var letterbox = new Letterbox(new LiveDialer(), outlet, Tls.NONE);
        try (var _ = server(port, "5m")) {
            assertEquals(new Reply.Taken(), letterbox.post(receiver.letter(Told.of(event(Event.Side.FAILED)))));
            String firing = alerts(port);
            assertTrue(firing.contains("Connection failed: web \\\"1\\\" on plum") && firing.contains("http://plum:2812/web%20%221%22"), firing);

            assertEquals(new Reply.Taken(), letterbox.post(receiver.letter(Told.of(event(Event.Side.SUCCEEDED)))));
            assertFalse(alerts(port).contains("jmonit_connection"));
        }
    }

    private RealServer server(int port, String forgetting) throws Exception {
        Files.writeString(folder.resolve("am.yml"), "global: {resolve_timeout: " + forgetting + "}\nroute: {receiver: none}\nreceivers: [{name: none}]\n");
        return RealServer.start(folder, "prometheus-alertmanager", "--config.file=am.yml", "--storage.path=.", "--cluster.listen-address=",
                "--web.listen-address=127.0.0.1:" + port).awaitPort(port);
    }

    private void awaitFiring(int port, boolean firing) throws Exception {
        RealServer.until("firing is not " + firing, () -> alerts(port).contains("jmonit_connection") == firing);
    }

    /** It is told again and again, and there each time anybody asks. */
    private void staysFiring(int port, Duration time) throws Exception {
        Instant first = updated(port);
        RealServer.until("it is not told again", () -> updated(port).compareTo(first.plus(time)) >= 0);
    }

    /** When the only alert was last told; fails where it is forgotten. */
    private Instant updated(int port) throws Exception {
        String text = alerts(port);
        assertTrue(text.contains("jmonit_connection"), text);
        return Instant.parse(text.replaceFirst("(?s).*\"updatedAt\": *\"([^\"]+)\".*", "$1"));
    }

    @Test
    void hearsOfWhatLastsAgainBeforeItForgetsAndAfterARestart() throws Exception {
        int port = RealServer.freePort();
        Outlet outlet = Happenings.controlFile("set alertmanager am url \"http://127.0.0.1:" + port + "\"\n").settings().outlets().getFirst();
        var lasting = new CopyOnWriteArrayList<>(List.of(event(Event.Side.FAILED)));
        var carrier = new WebCarrier(new Alertmanager(outlet, "plum", ""), new Letterbox(new LiveDialer(), outlet, Tls.NONE), () -> lasting);
        var soon = new Backoff(Duration.ofMillis(10), Duration.ofMillis(50), () -> 0.5);
        var route = new OutletRoute(new OutletRoute.Ends(carrier, outlet.address(), Duration.ofMillis(500)), new LiveTicker(), new Backlog<>(soon, soon),
                (_, _) -> { });
        try {
            try (var _ = server(port, FORGETTING.toSeconds() + "s")) {
                route.open();
                awaitFiring(port, true);
                staysFiring(port, FORGETTING.multipliedBy(2));
            }
            try (var _ = server(port, FORGETTING.toSeconds() + "s")) {
                awaitFiring(port, true);
                lasting.clear();
                awaitFiring(port, false);
            }
        } finally {
            route.close();
        }
    }

    private String alerts(int port) throws Exception {
        return RealServer.run(folder, "amtool", "--alertmanager.url=http://127.0.0.1:" + port, "alert", "query", "-o", "json");
    }
}
