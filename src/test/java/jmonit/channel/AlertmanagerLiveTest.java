package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Origin;
import jmonit.model.Outlet;
import jmonit.model.Tls;
import jmonit.os.live.LiveDialer;
import jmonit.protocol.RealServer;

/** The real Alertmanager, asked with its own amtool. */
@Tag("live")
@Tag("server")
class AlertmanagerLiveTest {

    @TempDir
    private Path folder;

    private static Event event(Event.Side side) {
        return new Event(Instant.now(), "web \"1\"", "process", EventKind.CONNECTION, side, "no answer from db", "restart", new Origin("/m", 12));
    }

    @Test
    void firesAndResolves() throws Exception {
        int port = RealServer.freePort();
        Files.writeString(folder.resolve("am.yml"), "route: {receiver: none}\nreceivers: [{name: none}]\n");
        Outlet outlet = Happenings.controlFile("set alertmanager am url \"http://127.0.0.1:" + port + "\"\n").settings().outlets().getFirst();
        var receiver = new Alertmanager(outlet, "plum", "http://plum:2812/");
        var letterbox = new Letterbox(new LiveDialer(), outlet, Tls.NONE);
        try (var _ = RealServer.start(folder, "prometheus-alertmanager", "--config.file=am.yml", "--storage.path=.", "--cluster.listen-address=",
                "--web.listen-address=127.0.0.1:" + port).awaitPort(port)) {
            assertEquals(new Reply.Taken(), letterbox.post(receiver.letter(Told.of(event(Event.Side.FAILED)))));
            String firing = alerts(port);
            assertTrue(firing.contains("Connection failed: web \\\"1\\\" on plum") && firing.contains("http://plum:2812/web%20%221%22"), firing);

            assertEquals(new Reply.Taken(), letterbox.post(receiver.letter(Told.of(event(Event.Side.SUCCEEDED)))));
            assertFalse(alerts(port).contains("jmonit_connection"));
        }
    }

    private String alerts(int port) throws Exception {
        return RealServer.run(folder, "amtool", "--alertmanager.url=http://127.0.0.1:" + port, "alert", "query", "-o", "json");
    }
}
