package jmonit.nats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.model.Tls;
import jmonit.model.Url;
import jmonit.os.live.LiveDialer;
import jmonit.protocol.RealServer;

/** A real NATS that lets in whom an account has signed, as nsc sets it up. */
@Tag("live")
@Tag("server")
class NatsCredentialsLiveTest {

    private static final int OPERATOR = 14 << 3;
    private static final int ACCOUNT = 0;
    private static final int USER = 20 << 3;

    @TempDir
    private Path folder;

    private static String seed(int purpose, int content) {
        var raw = new ByteArrayOutputStream();
        raw.write(18 << 3 | purpose >> 5);
        raw.write((purpose & 31) << 3);
        raw.writeBytes(String.valueOf((char) content).repeat(32).getBytes(StandardCharsets.US_ASCII));
        return NatsKey.written(raw.toByteArray());
    }

    private static NatsKey key(int purpose, int content) throws IOException {
        return NatsKey.key(seed(purpose, content), "/seed").key();
    }

    private static String token(NatsKey issuer, NatsKey subject, String about) {
        String body = "{\"jti\":\"x\",\"iat\":1700000000,\"iss\":\"" + issuer.publicText() + "\",\"name\":\"n\",\"sub\":\"" + subject.publicText()
                + "\",\"nats\":{\"version\":2," + about + "}}";
        String text = part("{\"typ\":\"JWT\",\"alg\":\"ed25519-nkey\"}") + "." + part(body);
        return text + "." + issuer.signature(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isLetInWithATokenAndASignature() throws Exception {
        int port = RealServer.freePort();
        NatsKey operator = key(OPERATOR, 'o');
        NatsKey account = key(ACCOUNT, 'a');
        String limits = "\"limits\":{\"subs\":-1,\"data\":-1,\"payload\":-1,\"imports\":-1,\"exports\":-1,\"wildcards\":true,\"conn\":-1,\"leaf\":-1}";
        Files.writeString(folder.resolve("nats.conf"), "listen: \"127.0.0.1:" + port + "\"\noperator: \"" + token(operator, operator, "\"type\":\"operator\"")
                + "\"\nresolver: MEMORY\nresolver_preload: { " + account.publicText() + ": \"" + token(operator, account, "\"type\":\"account\"," + limits) + "\" }\n");
        String user = token(account, key(USER, 'u'), "\"type\":\"user\",\"subs\":-1,\"data\":-1,\"payload\":-1");
        String file = "-----BEGIN NATS USER JWT-----\n" + user + "\n------END NATS USER JWT------\n\n-----BEGIN USER NKEY SEED-----\nSEED\n------END---\n";

        try (var _ = RealServer.start(folder, "nats-server", "-c", "nats.conf").awaitPort(port); var dialer = new LiveDialer()) {
            var door = new NatsTalk.Door(new Url("nats", "", "", "127.0.0.1", port, "/", ""), Tls.NONE, Duration.ofSeconds(2));
            var login = NatsKey.signed(file.replace("SEED", seed(USER, 'u')), "/c");
            try (var talk = NatsTalk.open(dialer, door, new NatsTalk.Caller(login, "us"))) {
                assertEquals("NATS/1.0 503", talk.ask("anything", List.of(), new byte[0]).head().strip());
            }
            var another = NatsKey.signed(file.replace("SEED", seed(USER, 'v')), "/c");
            assertEquals("Authorization Violation",
                    assertThrows(IOException.class, () -> NatsTalk.open(dialer, door, new NatsTalk.Caller(another, "us"))).getMessage());
        }
    }
}
