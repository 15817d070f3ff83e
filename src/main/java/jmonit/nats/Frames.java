package jmonit.nats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jmonit.json.JsonReader;
import jmonit.os.Wire;

/** Reads what a server says, piece by piece. */
final class Frames {

    private static final int ROOM = 1 << 13;
    private static final int LONGEST_LINE = 1 << 16;
    private static final int LONGEST_MESSAGE = 1 << 18;
    private static final int LONGEST_COMPLAINT = 200;
    /** A subject, a number, and how long it is; between them there may be a subject for answers. */
    private static final int WORDS = 3;

    private final Wire wire;
    private final byte[] buffer = new byte[ROOM];
    private int from;
    private int to;

    Frames(Wire wire) {
        this.wire = wire;
    }

    /** Whether something was said that nobody has read yet. */
    boolean left() {
        return from < to;
    }

    Frame next() throws IOException {
        String line = line();
        String verb = line.split("[ \t]", 2)[0].toUpperCase(java.util.Locale.ROOT);
        String rest = line.substring(verb.length()).strip();
        return switch (verb) {
            case "INFO" -> new Frame.Info(JsonReader.read(rest, JsonReader.Bounds.SMALL));
            case "MSG" -> message(rest, false);
            case "HMSG" -> message(rest, true);
            case "PING" -> new Frame.Ping();
            case "PONG" -> new Frame.Pong();
            case "+OK" -> new Frame.Well();
            case "-ERR" -> new Frame.Complaint(complaint(rest));
            default -> throw new IOException("it does not speak NATS");
        };
    }

    private static String complaint(String rest) {
        String words = rest.replaceAll("^'|'$", "").replaceAll("\\p{Cntrl}+", " ");
        return words.length() <= LONGEST_COMPLAINT ? words : words.substring(0, LONGEST_COMPLAINT) + "...";
    }

    private Frame message(String rest, boolean headed) throws IOException {
        String[] words = rest.split("[ \t]+");
        int least = headed ? WORDS + 1 : WORDS;
        if (words.length < least) {
            throw new IOException("its message has no length");
        }
        int length = number(words[words.length - 1]);
        int head = headed ? number(words[words.length - 2]) : 0;
        if (length > LONGEST_MESSAGE || head > length) {
            throw new IOException("its message is too long");
        }
        String text = new String(bytes(head), StandardCharsets.UTF_8);
        byte[] body = bytes(length - head);
        bytes(2);
        return new Frame.Message(words[0], text, body);
    }

    private static int number(String digits) throws IOException {
        if (!digits.matches("\\d{1,9}")) {
            throw new IOException("its message has no length");
        }
        return Integer.parseInt(digits);
    }

    private String line() throws IOException {
        var out = new ByteArrayOutputStream();
        for (byte b = one(); b != '\n'; b = one()) {
            out.write(b);
            if (out.size() > LONGEST_LINE) {
                throw new IOException("it says a line without end");
            }
        }
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    private byte[] bytes(int count) throws IOException {
        var all = new byte[count];
        for (int i = 0; i < count; i++) {
            all[i] = one();
        }
        return all;
    }

    private byte one() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, wire.receive(buffer));
            if (to == 0) {
                throw new IOException("it closed the connection");
            }
        }
        return buffer[from++];
    }
}
