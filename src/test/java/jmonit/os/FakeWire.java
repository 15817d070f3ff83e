package jmonit.os;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import jmonit.model.Tls;

/** A wire whose other side says what a test wrote, one piece for each wait, and then closes or stays silent. */
public final class FakeWire implements Wire {

    private final Deque<byte[]> pieces = new ArrayDeque<>();
    private final StringBuilder sent = new StringBuilder();
    private final Duration elapsed;
    private final String end;
    private String asked = "";
    private boolean closed;

    private FakeWire(List<String> pieces, String end, Duration elapsed) {
        pieces.forEach(p -> this.pieces.add(p.getBytes(StandardCharsets.ISO_8859_1)));
        this.end = end;
        this.elapsed = elapsed;
    }

    /** Says so much and closes. */
    public static FakeWire saying(String... pieces) {
        return new FakeWire(List.of(pieces), "", Duration.ofMillis(5));
    }

    /** It took so long since the connection was begun. */
    public static FakeWire slowly(Duration elapsed, String... pieces) {
        return new FakeWire(List.of(pieces), "", elapsed);
    }

    /** Says so much; then waiting and listening fail with these words. */
    public static FakeWire failing(String words, String... pieces) {
        return new FakeWire(List.of(pieces), words, Duration.ofMillis(5));
    }

    public String sent() {
        return sent.toString();
    }

    public boolean closed() {
        return closed;
    }

    @Override
    public void send(byte[] bytes) {
        sent.append(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Override
    public int receive(byte[] into) throws IOException {
        var piece = pieces.poll();
        if (piece == null) {
            fail();
            return -1;
        }
        var count = Math.min(piece.length, into.length);
        System.arraycopy(piece, 0, into, 0, count);
        return count;
    }

    @Override
    public void listen(Duration moment) throws IOException {
        fail();
    }

    private void fail() throws IOException {
        if (!end.isEmpty()) {
            throw new IOException(end);
        }
    }

    /** With a certificate that ends on the last day of 2026. */
    @Override
    public Encrypted encrypted(Tls how, String host, List<String> protocols) throws IOException {
        fail();
        asked = host;
        return new Encrypted(this, Instant.parse("2026-12-31T00:00:00Z"));
    }

    /** The name the server was asked for when the wire was encrypted. */
    public String asked() {
        return asked;
    }

    @Override
    public String here() {
        return "192.0.2.7:40312";
    }

    @Override
    public Phases phases() {
        return new Phases(Duration.ZERO, elapsed);
    }

    @Override
    public Duration elapsed() {
        return elapsed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
