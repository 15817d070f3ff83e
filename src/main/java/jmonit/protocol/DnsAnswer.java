package jmonit.protocol;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a name server sent, read as far as somebody asks. Each record is written as in a zone file. */
record DnsAnswer(ByteBuffer message) {

    private static final int HEADER = 12;
    private static final int POINTER = 0xc0;
    private static final int MOST_LABELS = 128;
    private static final List<String> MEANINGS = List.of("no error", "the server did not understand the question", "the server failed",
            "there is no such name", "not implemented", "refused");

    static DnsAnswer of(byte[] message) throws IOException {
        if (message.length < HEADER) {
            throw new IOException("DNS: response of " + message.length + " bytes is shorter than its header");
        }
        return new DnsAnswer(ByteBuffer.wrap(message));
    }

    static String meaning(int code) {
        return code < MEANINGS.size() ? MEANINGS.get(code) : "unknown";
    }

    int id() {
        return number(0);
    }

    boolean isResponse() {
        return (message.get(2) & 0x80) != 0;
    }

    boolean isCut() {
        return (message.get(2) & 2) != 0;
    }

    int code() {
        return message.get(3) & 0xf;
    }

    /** Answers and authorities. */
    int records() {
        return number(6) + number(8);
    }

    private int number(int at) {
        return message.getShort(at) & 0xffff;
    }

    /** All answers of one kind. */
    List<String> all(DnsRecord kind) throws IOException {
        try {
            return read(kind);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException("DNS: the response is no well-formed message", e);
        }
    }

    private List<String> read(DnsRecord kind) throws IOException {
        var found = new ArrayList<String>();
        var rest = message.duplicate().position(HEADER);
        for (var questions = number(4); questions > 0; questions--) {
            name(rest);
            rest.position(rest.position() + 4);
        }
        for (var answers = number(6); answers > 0; answers--) {
            name(rest);
            var type = rest.getShort() & 0xffff;
            rest.position(rest.position() + 6);
            var end = (rest.getShort() & 0xffff) + rest.position();
            if (type == kind.number()) {
                found.add(text(kind, rest.duplicate().limit(end)));
            }
            rest.position(end);
        }
        return List.copyOf(found);
    }

    private static String text(DnsRecord kind, ByteBuffer data) throws IOException {
        return switch (kind) {
            case A, AAAA -> InetAddress.getByAddress(rest(data)).getHostAddress();
            case NS, CNAME, PTR -> name(data);
            case MX -> (data.getShort() & 0xffff) + " " + name(data);
            case SOA -> name(data) + " " + name(data) + " " + Integer.toUnsignedString(data.getInt());
            case SRV -> (data.getShort() & 0xffff) + " " + (data.getShort() & 0xffff) + " " + (data.getShort() & 0xffff) + " " + name(data);
            case TXT -> strings(data);
            case CAA -> (data.get() & 0xff) + " " + string(data) + " " + new String(rest(data), StandardCharsets.ISO_8859_1);
        };
    }

    private static byte[] rest(ByteBuffer data) {
        var bytes = new byte[data.remaining()];
        data.get(bytes);
        return bytes;
    }

    private static String strings(ByteBuffer data) {
        var text = new StringBuilder();
        while (data.hasRemaining()) {
            text.append(string(data));
        }
        return text.toString();
    }

    private static String string(ByteBuffer data) {
        var bytes = new byte[data.get() & 0xff];
        data.get(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** A name may end in a pointer to an earlier place of the message, and a hostile one in a ring. */
    private static String name(ByteBuffer data) throws IOException {
        var labels = new ArrayList<String>();
        var from = data;
        for (var steps = 0; steps < MOST_LABELS; steps++) {
            var length = from.get() & 0xff;
            if (length == 0) {
                return labels.isEmpty() ? "." : String.join(".", labels);
            }
            if (length >= POINTER) {
                var place = (length & ~POINTER) << 8 | from.get() & 0xff;
                from = data.duplicate().clear().position(place);
            } else {
                from.position(from.position() - 1);
                labels.add(string(from));
            }
        }
        throw new IOException("DNS: the response holds a name without end");
    }
}
