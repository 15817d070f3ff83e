package jmonit.nats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import jmonit.json.Json;
import jmonit.json.JsonWriter;
import jmonit.model.Endpoint;
import jmonit.model.Family;
import jmonit.model.Tls;
import jmonit.model.Url;
import jmonit.os.Dialer;
import jmonit.os.Wire;

/** A conversation with one server. One thread. */
public final class NatsTalk implements AutoCloseable {

    private static final int WAITS = 4;
    private static final int ROOM = 512;
    private static final long USUAL_LIMIT = 1 << 20;
    private static final int INBOX = 12;

    private final Wire wire;
    private final Frames frames;
    private final Duration longest;
    private final String inbox;
    private final long limit;
    private long count;

    /** Where a server is, and how it is reached. */
    public record Door(Url url, Tls tls, Duration timeout) {
    }

    /** Who we are, and what we are called in the server's lists. */
    public record Caller(Login login, String name) {
    }

    private NatsTalk(Wire wire, Frames frames, Duration longest, long limit) {
        this.wire = wire;
        this.frames = frames;
        this.longest = longest;
        this.limit = limit;
        var chance = new byte[INBOX];
        ThreadLocalRandom.current().nextBytes(chance);
        this.inbox = "_INBOX." + HexFormat.of().formatHex(chance);
    }

    /** The exception says why not, and nothing secret. */
    public static NatsTalk open(Dialer dialer, Door door, Caller caller) throws IOException, InterruptedException {
        var at = new Endpoint.Inet(door.url().host(), door.url().port(), Family.ANY, false, "");
        Wire plain = dialer.dial(at, door.timeout());
        try {
            return greeted(plain, door, caller);
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    private static NatsTalk greeted(Wire plain, Door door, Caller caller) throws IOException {
        var first = new Frames(plain);
        if (!(first.next() instanceof Frame.Info(Json about))) {
            throw new IOException("it does not speak NATS");
        }
        boolean secret = door.tls().used();
        if (!secret && about.at("tls_required").flag().orElse(false)) {
            throw new IOException("it wants TLS: write tls:// instead of nats://");
        }
        if (secret && first.left()) {
            throw new IOException("it goes on in plain text");
        }
        Wire wire = secret ? plain.encrypted(door.tls(), door.url().host()).wire() : plain;
        Frames frames = secret ? new Frames(wire) : first;
        var talk = new NatsTalk(wire, frames, door.timeout().multipliedBy(WAITS), about.at("max_payload").whole().orElse(USUAL_LIMIT));
        talk.greet(Greeting.of(caller, about.at("nonce").text().orElse(""), secret));
        return talk;
    }

    private void greet(byte[] hello) throws IOException {
        wire.send(concat("CONNECT ", hello, "\r\nSUB " + inbox + ".* 1\r\nPING\r\n"));
        Duration begun = wire.elapsed();
        while (!(frame(begun) instanceof Frame.Pong)) {
            // Until everything before it has been dealt with.
        }
    }

    /** Pings are answered, complaints thrown. */
    private Frame frame(Duration begun) throws IOException {
        if (wire.elapsed().minus(begun).compareTo(longest) > 0) {
            throw new IOException("it does not come to the point");
        }
        Frame frame = frames.next();
        if (frame instanceof Frame.Complaint(String words)) {
            throw new IOException(words);
        }
        if (frame instanceof Frame.Ping) {
            wire.send("PONG\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        return frame;
    }

    /** How much may be published at once, in bytes. */
    long limit() {
        return limit;
    }

    /** Publishes it and waits for the answer to it. No text from outside stands in {@code headers} or the subject. */
    Frame.Message ask(String subject, List<String> headers, byte[] body) throws IOException {
        String answers = inbox + "." + ++count;
        wire.send(headers.isEmpty() ? concat("PUB " + subject + " " + answers + " " + body.length + "\r\n", body, "\r\n")
                : headed(subject, answers, headers, body));
        Duration begun = wire.elapsed();
        while (true) {
            if (frame(begun) instanceof Frame.Message message && message.subject().equals(answers)) {
                return message;
            }
        }
    }

    private static byte[] headed(String subject, String answers, List<String> headers, byte[] body) {
        String head = "NATS/1.0\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        int length = head.getBytes(StandardCharsets.UTF_8).length;
        return concat("HPUB " + subject + " " + answers + " " + length + " " + (length + body.length) + "\r\n" + head, body, "\r\n");
    }

    private static byte[] concat(String before, byte[] middle, String after) {
        var out = new ByteArrayOutputStream(before.length() + middle.length + after.length());
        out.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(middle);
        out.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    @Override
    public void close() {
        wire.close();
    }

    /** The first thing we say. */
    private static final class Greeting {

        private Greeting() {
        }

        static byte[] of(Caller caller, String nonce, boolean secret) {
            var out = new JsonWriter(ROOM).object().field("verbose", false).field("pedantic", false).field("tls_required", secret);
            out.field("name", caller.name()).field("lang", "java").field("version", "1").field("protocol", 1);
            out.field("headers", true).field("no_responders", true);
            login(caller.login(), nonce.getBytes(StandardCharsets.UTF_8), out);
            return out.end().bytes();
        }

        private static void login(Login login, byte[] nonce, JsonWriter out) {
            switch (login) {
                case Login.Nobody _ -> { }
                case Login.Password(String user, String password) -> out.field("user", user).field("pass", password);
                case Login.Token(String token) -> out.field("auth_token", token);
                case Login.Key(NatsKey key) -> out.field("nkey", key.publicText()).field("sig", key.signature(nonce));
                case Login.Signed(String token, NatsKey key) -> out.field("jwt", token).field("sig", key.signature(nonce));
            }
        }
    }
}
