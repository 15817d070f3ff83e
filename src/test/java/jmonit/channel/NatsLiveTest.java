package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Outlet;
import jmonit.model.Tls;
import jmonit.model.Way;
import jmonit.os.live.LiveDialer;
import jmonit.os.live.LiveFiles;
import jmonit.os.live.LiveTicker;
import jmonit.protocol.RealServer;

/** The real NATS with its streams. */
@Tag("live")
@Tag("server")
class NatsLiveTest {

    private static final String SEED = "SUACSSL3UAHUDXKFSNVUZRF5UHPMWZ6BFDTJ7M6USDXIEDNPPQYYYCU3VY";
    private static final String KNOWN = "UDXU4RCSJNZOIQHZNWXHXORDPRTGNJAHAHFRGZNEEJCPQTT2M7NLCNF4";

    @TempDir
    private Path folder;
    private final LiveDialer dialer = new LiveDialer();
    private int port;

    @BeforeEach
    void choose() throws IOException {
        port = RealServer.freePort();
    }

    @AfterEach
    void close() {
        dialer.close();
    }

    private RealServer server(String configuration) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("nats.conf"), "listen: \"127.0.0.1:" + port + "\"\njetstream { store_dir: \"" + folder + "/store\" }\n" + configuration);
        return RealServer.start(folder, "nats-server", "-c", "nats.conf").awaitPort(port);
    }

    private NatsCarrier carrier(String options) {
        String text = "set nats " + (options.contains("://") ? "" : "\"nats://127.0.0.1:" + port + "\" ") + options + " with timeout 2 seconds\n";
        Outlet outlet = Happenings.controlFile(text.replace("DIR", folder.toString()).replace("PORT", port + "")).settings().outlets().getFirst();
        var means = new NatsCarrier.Means(dialer, new LiveFiles(), new LiveTicker(),
                () -> List.of("{\"part\":1}".getBytes(StandardCharsets.US_ASCII), "{\"part\":2}".getBytes(StandardCharsets.US_ASCII)));
        return new NatsCarrier(means, outlet, (Way.Nats) outlet.way(), Tls.NONE, "plum.example");
    }

    private static Event event(int number) {
        return Happenings.event(number, "web.1 >", EventKind.SIZE, "it is \"too\" large");
    }

    @Test
    void storesWhatHappensOnceAndHowEverythingIs() throws Exception {
        try (var _ = server(""); var carrier = carrier("stream FLEET"); var another = carrier("stream FLEET")) {
            assertEquals(new Reply.Taken(), carrier.tell(event(1)));
            assertEquals(new Reply.Taken(), carrier.tell(event(1)));
            assertEquals(new Reply.Taken(), another.tell(event(1)));
            assertEquals(new Reply.Taken(), another.tell(event(2)));
            assertEquals(Optional.of(new Reply.Taken()), carrier.remind());

            List<NatsPeer.Stored> stored = new NatsPeer(port).all("FLEET");

            assertEquals(List.of("jmonit.events.plum_example.web_1__", "jmonit.events.plum_example.web_1__", "jmonit.status.plum_example",
                    "jmonit.status.plum_example.2"), stored.stream().map(NatsPeer.Stored::subject).toList());
            assertTrue(stored.getFirst().body().contains("\"service\":\"web.1 \\u003e\"") && stored.getFirst().body().contains("it is \\\"too\\\" large"),
                    stored.getFirst().body());
            assertTrue(stored.getFirst().head().contains("Nats-Msg-Id: plum_example-1795258517000001-"), stored.getFirst().head());
            assertEquals("{\"part\":2}", stored.getLast().body());
        }
    }

    @Test
    void findsAServerThatWasStartedAnewWithAllItHad() throws Exception {
        try (var carrier = carrier("stream FLEET")) {
            try (var _ = server("")) {
                assertEquals(new Reply.Taken(), carrier.tell(event(1)));
            }
            assertThrows(IOException.class, () -> carrier.tell(event(2)));
            try (var _ = server("")) {
                assertEquals(new Reply.Taken(), carrier.tell(event(2)));
                assertEquals(2, new NatsPeer(port).count("FLEET"));
            }
        }
    }

    @Test
    void goesToAnotherServerOfTheListAndSaysWhatEachSaid() throws Exception {
        int nobody = RealServer.freePort();
        try (var _ = server(""); var carrier = carrier("\"nats://127.0.0.1:" + nobody + "\" \"nats://127.0.0.1:PORT\" stream FLEET")) {
            assertEquals(new Reply.Taken(), carrier.tell(event(1)));
        }
        try (var carrier = carrier("\"nats://127.0.0.1:" + nobody + "\" \"nats://127.0.0.1:PORT\"")) {
            assertEquals("127.0.0.1:" + nobody + ": Connection refused; 127.0.0.1:" + port + ": Connection refused",
                    assertThrows(IOException.class, () -> carrier.tell(event(1))).getMessage());
        }
    }

    @Test
    void isNotContentWithAServerThatKeepsNothing() throws Exception {
        try (var _ = server(""); var carrier = carrier("")) {
            assertEquals("no stream takes jmonit.events.plum_example.web_1__", assertLater(carrier.tell(event(1))));
        }
        Files.delete(folder.resolve("nats.conf"));
        try (var _ = RealServer.start(folder, "nats-server", "-a", "127.0.0.1", "-p", port + "").awaitPort(port); var carrier = carrier("stream FLEET")) {
            assertTrue(assertThrows(IOException.class, () -> carrier.tell(event(1))).getMessage().matches("the server has no JetStream"));
        }
    }

    private static String assertLater(Reply reply) {
        return reply instanceof Reply.Later(String said, _) ? said : reply.toString();
    }

    @Test
    void takesAStreamThatIsThere() throws Exception {
        try (var _ = server(""); var named = carrier("stream MINE"); var other = carrier("subject other stream MINE")) {
            assertTrue(new NatsPeer(port).ask("$JS.API.STREAM.CREATE.MINE", "{\"name\":\"MINE\",\"subjects\":[\"jmonit.events.>\"]}").contains("did_create"));
            assertEquals(new Reply.Taken(), named.tell(event(1)));
            assertEquals("no stream takes jmonit.status.plum_example", assertLater(named.remind().orElseThrow()));
            assertEquals("no stream takes other.events.plum_example.web_1__", assertLater(other.tell(event(1))));
        }
    }

    @Test
    void saysWhoItIs() throws Exception {
        Files.writeString(folder.resolve("seed"), SEED + "\n");
        String users = "authorization { users: [ {user: fleet, password: \"se@me\"}, {nkey: " + KNOWN + "} ] }\n";
        try (var _ = server(users); var password = carrier("\"nats://fleet:se%40me@127.0.0.1:PORT\" stream FLEET");
                var key = carrier("nkey \"DIR/seed\""); var wrong = carrier("\"nats://fleet:sesame@127.0.0.1:PORT\"")) {
            assertEquals(new Reply.Taken(), password.tell(event(1)));
            assertEquals(new Reply.Taken(), key.tell(event(2)));
            assertEquals("Authorization Violation", assertThrows(IOException.class, () -> wrong.tell(event(3))).getMessage());
        }
        try (var _ = server("authorization { token: sesame }\n"); var token = carrier("token \"sesame\"")) {
            assertEquals(new Reply.Taken(), token.tell(event(3)));
        }
    }

    @Test
    void tellsWhatItMayNotDo() throws Exception {
        String users = "authorization { users: [ {user: fleet, password: x, permissions: {publish: \"other.>\"}} ] }\n";
        try (var _ = server(users); var carrier = carrier("\"nats://fleet:x@127.0.0.1:PORT\"")) {
            assertEquals("Permissions Violation for Publish to \"jmonit.events.plum_example.web_1__\"",
                    assertThrows(IOException.class, () -> carrier.tell(event(1))).getMessage());
        }
    }

    @Test
    void encryptsAndWantsToKnowForWhom() throws Exception {
        RealServer.run(folder, "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "key.pem", "-out",
                "cert.pem", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1");
        try (var _ = server("tls { cert_file: cert.pem, key_file: key.pem }\n");
                var trusting = carrier("\"tls://127.0.0.1:PORT\" stream FLEET with ssl { cacertificatefile: DIR/cert.pem }");
                var strange = carrier("\"tls://127.0.0.1:PORT\""); var plain = carrier("")) {
            assertEquals(new Reply.Taken(), trusting.tell(event(1)));
            assertThrows(IOException.class, () -> strange.tell(event(1)));
            assertEquals("it wants TLS: write tls:// instead of nats://", assertThrows(IOException.class, () -> plain.tell(event(1))).getMessage());
        }
    }

    @Test
    void waitsNoLongerThanItIsTold() throws Exception {
        try (var server = server(""); var carrier = carrier("stream FLEET")) {
            assertEquals(new Reply.Taken(), carrier.tell(event(1)));
            server.suspend();
            assertEquals("no answer in time", assertThrows(IOException.class, () -> carrier.tell(event(2))).getMessage());
            server.resume();
            assertEquals(new Reply.Taken(), carrier.tell(event(2)));
            assertEquals(2, new NatsPeer(port).count("FLEET"));
        }
    }
}
