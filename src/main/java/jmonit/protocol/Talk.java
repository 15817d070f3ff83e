package jmonit.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import jmonit.os.Wire;

/** A wire with a buffer: whole lines and counted bytes, never more than asked for. Text is bytes, one letter each. */
final class Talk {

    private static final String CLOSED = "the server closed the connection";

    private final Wire wire;
    private final byte[] buffer = new byte[4096];
    private int from;
    private int to;

    Talk(Wire wire) {
        this.wire = wire;
    }

    void say(String text) throws IOException {
        wire.send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The next line without its end, cut at {@code limit} letters; the last one may lack its end. */
    String line(int limit) throws IOException {
        var line = new StringBuilder();
        for (var letter = next(); letter != '\n'; letter = next()) {
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
        var bytes = upTo(count);
        if (bytes.length < count) {
            throw new IOException(CLOSED);
        }
        return bytes;
    }

    /** So many bytes, or all up to the end. */
    byte[] upTo(int most) throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (bytes.size() < most && more()) {
            var piece = Math.min(most - bytes.size(), to - from);
            bytes.write(buffer, from, piece);
            from += piece;
        }
        return bytes.toByteArray();
    }

    /** One answer as it comes, such as a datagram, or as much of it; empty at the end. */
    byte[] some(int most) throws IOException {
        if (!more()) {
            return new byte[0];
        }
        var some = Arrays.copyOfRange(buffer, from, from + Math.min(most, to - from));
        from += some.length;
        return some;
    }

    private int next() throws IOException {
        return more() ? buffer[from++] & 0xff : -1;
    }

    private boolean more() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, wire.receive(buffer));
        }
        return from < to;
    }
}
