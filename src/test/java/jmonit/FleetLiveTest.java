package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.channel.NatsPeer;
import jmonit.protocol.RealServer;

/** A daemon that tells a real NATS, while one or the other is killed. */
@Tag("live")
@Tag("server")
class FleetLiveTest {

    private static final int STEPS = 8;
    private static final Pattern ID = Pattern.compile("Nats-Msg-Id: (\\S+)");
    private static final String CONTROL = """
            set daemon 1
            set eventqueue basedir DIR/queue
            set nats "nats://127.0.0.1:PORT" stream FLEET with status every 1 second with timeout 1 second
            """;

    @TempDir
    private Path directory;
    @TempDir
    private Path store;
    private Home home;
    private int port;

    @BeforeEach
    void install() throws IOException {
        home = new Home(directory);
        port = RealServer.freePort();
        var text = new StringBuilder(CONTROL.replace("PORT", Integer.toString(port)));
        for (int i = 0; i < STEPS; i++) {
            text.append("check file fNUMBER with path DIR/fNUMBER if size > 1 B then alert\n".replace("NUMBER", Integer.toString(i)));
            home.write("f" + i, "x");
        }
        home.controlFile(text.toString());
    }

    @AfterEach
    void endWhatIsLeft() throws IOException {
        home.close();
    }

    private RealServer server() throws IOException, InterruptedException {
        return RealServer.start(store, "nats-server", "-js", "-sd", store.toString(), "-a", "127.0.0.1", "-p", port + "").awaitPort(port);
    }

    private void grow(int number) throws IOException, InterruptedException {
        home.write("f" + number, "xx");
        home.await("a failure of " + number, () -> home.log().contains("'f" + number + "' size test failed"));
    }

    private List<NatsPeer.Stored> stored(String part) {
        try {
            return new NatsPeer(port).all("FLEET").stream().filter(s -> s.subject().contains("." + part + ".")).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    @Test
    void losesNothingAndStoresNothingTwice() throws Exception {
        Process daemon = home.start();
        home.await("Connection refused");
        RealServer server = server();
        home.await("an end of that", () -> home.said("Alerts are taken again by nats") == 1);
        for (int i = 0; i < STEPS; i++) {
            if (i == 2) {
                server.close();
            }
            grow(i);
            daemon.destroyForcibly().waitFor();
            daemon = home.start();
            if (i == STEPS - 2) {
                server = server();
            }
        }
        try (RealServer _ = server) {
            home.await("all failures", () -> IntStream.range(0, STEPS).allMatch(this::isStored));
            List<String> ids = stored("events").stream().flatMap(s -> ID.matcher(s.head()).results()).map((MatchResult m) -> m.group(1)).toList();
            assertEquals(stored("events").size(), new HashSet<>(ids).size());
            home.await("how everything is", () -> stored("status").stream().anyMatch(s -> s.body().contains("\"name\":\"f0\"")));
            home.signal(daemon, "TERM");
            home.ended(daemon);
            assertEquals(List.of(), waiting());
        }
    }

    private boolean isStored(int number) {
        return stored("events").stream().anyMatch(s -> s.body().contains("\"service\":\"f" + number + "\"") && s.body().contains("\"side\":\"failed\""));
    }

    private List<String> waiting() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("queue"))) {
            return files.map(f -> home.text("queue/" + f.getFileName())).toList();
        }
    }
}
