package jmonit.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.os.Wire;

/**
 * A wire with a buffer: whole lines and counted bytes, never more than asked for, each within the timeout of the test, however slowly it drips in.
 * Text is bytes, one letter each.
 */
final class Talk {

    private static final String CLOSED = "the server closed the connection";
    private static final int LONGEST_LINE = 1024;
    private static final int SMALL = 512;
    private static final int LARGE = 4096;
    private static final int WIDE = 1 << 14;
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final Duration patience;
    private int room = LARGE;
    private byte[] buffer;
    private Wire wire;
    private int from;
    private int to;

    Talk(Wire wire) {
        this(wire, FOR_EVER);
    }

    Talk(Wire wire, Duration patience) {
        this(wire, patience, LARGE);
    }

    private Talk(Wire wire, Duration patience, int room) {
        this.wire = wire;
        this.patience = patience;
        buffer = new byte[room];
    }

    static Talk over(Wire wire, Connection connection) {
        // A datagram has to fit. Of a stream most have little to say, and a thousand may wait for it at once.
        var datagrams = switch (connection.endpoint()) {
            case Endpoint.Inet inet -> inet.udp();
            case Endpoint.Unix unix -> unix.udp();
        };
        return new Talk(wire, connection.timeout(), datagrams ? LARGE : SMALL);
    }

    void say(String text) throws IOException {
        say(text.getBytes(StandardCharsets.UTF_8));
    }

    void say(byte[] bytes) throws IOException {
        wire.send(bytes);
    }

    /** The next line; {@code phase} begins the complaint where there is none: "FTP: error receiving data". */
    String line(String phase) throws IOException {
        try {
            return line(LONGEST_LINE);
        } catch (IOException e) {
            throw new IOException(phase + " -- " + e.getMessage(), e);
        }
    }

    /** The next line without its end, cut at {@code limit} letters; the last one may lack its end. */
    String line(int limit) throws IOException {
        var due = wire.elapsed().plus(patience);
        var line = new StringBuilder();
        for (var letter = next(due); letter != '\n'; letter = next(due)) {
            if (letter < 0 && line.isEmpty()) {
                throw new IOException(CLOSED);
            }
            if (letter < 0 || line.length() >= limit) {
                break;
            }
            line.append((char) letter);
        }
        var end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
    }

    /** Exactly so many bytes. */
    byte[] bytes(int count) throws IOException {
        var bytes = new Page(count);
        fill(bytes, count, wire.elapsed().plus(patience));
        if (bytes.room() > 0) {
            throw new IOException(CLOSED);
        }
        return bytes.all();
    }

    /** Reads over so many bytes without keeping them. */
    void skip(int count) throws IOException {
        var due = wire.elapsed().plus(patience);
        for (var left = count; left > 0;) {
            if (!more(due)) {
                throw new IOException(CLOSED);
            }
            var piece = Math.min(left, to - from);
            from += piece;
            left -= piece;
        }
    }

    /** So many bytes, or as many as came until it waited too long. */
    byte[] soFar(int most) {
        var page = new Page(most);
        soFar(page, most);
        return page.all();
    }

    /** Until the page has so many bytes, or as many as came until it waited too long. */
    void soFar(Page page, int most) {
        try {
            fill(page, most, FOR_EVER);
        } catch (IOException e) {
            // What has come is what the caller asks for.
        }
    }

    /** Until the page has so many bytes, or all up to the end. A long page may take its time as long as it goes on coming. */
    void upTo(Page page, int most) throws IOException {
        fill(page, most, FOR_EVER);
    }

    private void fill(Page page, int most, Duration due) throws IOException {
        while (page.size() < most && more(due)) {
            var piece = Math.min(most - page.size(), to - from);
            page.add(buffer, from, piece);
            from += piece;
        }
    }

    /** For one who has a long way before him, and is one of a few. */
    void widen() {
        room = WIDE;
    }

    /** One answer as it comes, such as a datagram, or as much of it; empty at the end. */
    byte[] some(int most) throws IOException {
        if (from == to && most > buffer.length) {
            buffer = new byte[LARGE];
        }
        if (!more(FOR_EVER)) {
            return new byte[0];
        }
        var some = Arrays.copyOfRange(buffer, from, from + Math.min(most, to - from));
        from += some.length;
        return some;
    }

    /** Goes on over TLS. Nothing that came before may count as said after: somebody between could have put it there. */
    void encrypt(Connection connection) throws IOException {
        if (from < to) {
            throw new IOException("the server said more than it was asked before TLS");
        }
        var host = connection.endpoint() instanceof Endpoint.Inet inet ? inet.host() : "";
        wire = wire.encrypted(connection.tls(), host).wire();
    }

    private int next(Duration due) throws IOException {
        return more(due) ? buffer[from++] & 0xff : -1;
    }

    /** Whether the server says more before it closes. */
    boolean more() throws IOException {
        return more(wire.elapsed().plus(patience));
    }

    private boolean more(Duration due) throws IOException {
        if (from == to) {
            if (wire.elapsed().compareTo(due) > 0) {
                throw new IOException(Wire.NO_ANSWER + " (the answer comes too slowly)");
            }
            var full = to == buffer.length;
            from = 0;
            to = 0;
            buffer = full && buffer.length < room ? new byte[room] : buffer;
            to = Math.max(0, wire.receive(buffer));
        }
        return from < to;
    }
}
