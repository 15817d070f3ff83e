package jmonit.cli.link;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import jmonit.os.Wire;

/** Reads one answer, and never more of it, nor longer, than is allowed. */
final class AnswerReader {

    static final int LARGEST_HEAD = 32 * 1024;
    static final int LARGEST_BODY = 32 * 1024 * 1024;
    private static final int CHUNK = 8 * 1024;
    private static final int MOST_HEADERS = 200;
    private static final int STATUS = "HTTP/1.1 ".length();
    private static final int DIGITS = 3;

    private final Wire wire;
    private final String from;
    private final Patience patience;
    private final byte[] buffer = new byte[CHUNK];
    private int at;
    private int end;
    private int headLeft = LARGEST_HEAD;

    AnswerReader(Wire wire, String from, Patience patience) {
        this.wire = wire;
        this.from = from;
        this.patience = patience;
    }

    Answer read() throws IOException {
        int status = status(line());
        Map<String, String> headers = headers();
        return new Answer(status, headers, body(headers));
    }

    private int status(String line) throws IOException {
        boolean http = line.length() >= STATUS + DIGITS && line.startsWith("HTTP/1.") && line.charAt(STATUS - 1) == ' ';
        String code = http ? line.substring(STATUS, STATUS + DIGITS) : "";
        if (code.isEmpty() || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IOException(from + " does not speak HTTP: neither jmonit nor Monit answers there, or one that wants encryption");
        }
        return Integer.parseInt(code);
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() == MOST_HEADERS) {
                throw broken("a header that is none");
            }
            headers.putIfAbsent(line.substring(0, colon).toLowerCase(java.util.Locale.ROOT), line.substring(colon + 1).strip());
        }
        return headers;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int b = next(); b != '\n'; b = next()) {
            if (b < 0) {
                throw broken(line.isEmpty() ? "nothing" : "half an answer");
            }
            if (--headLeft < 0) {
                throw broken("a head of more than " + LARGEST_HEAD + " bytes");
            }
            line.append((char) b);
        }
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            return chunks();
        }
        String length = headers.getOrDefault("content-length", "");
        var body = new ByteArrayOutputStream();
        if (length.isEmpty()) {
            take(body, LARGEST_BODY + 1L);
        } else if (take(body, size(length, 10)) > 0) {
            throw broken("half an answer");
        }
        return body.toByteArray();
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (long size = size(chunkSize(), 16); size > 0; size = size(chunkSize(), 16)) {
            if (take(body, size) > 0 || !line().isEmpty()) {
                throw broken("half an answer");
            }
            // Lines about chunks count as head, but a long answer has many of them.
            headLeft = LARGEST_HEAD;
        }
        return body.toByteArray();
    }

    private String chunkSize() throws IOException {
        return line().split(";", 2)[0].strip();
    }

    private long size(String text, int radix) throws IOException {
        try {
            long size = Long.parseLong(text, radix);
            if (size >= 0 && size <= LARGEST_BODY) {
                return size;
            }
        } catch (NumberFormatException e) {
            // As bad as one that is too large.
        }
        throw broken("an answer of " + text + " bytes");
    }

    /** Takes so many bytes; how many are missing because the other side closed. */
    private long take(ByteArrayOutputStream body, long count) throws IOException {
        long left = count;
        while (left > 0) {
            if (at == end && !filled()) {
                return left;
            }
            int piece = (int) Math.min(left, end - at);
            body.write(buffer, at, piece);
            at += piece;
            left -= piece;
            if (body.size() > LARGEST_BODY) {
                throw broken("more than " + LARGEST_BODY + " bytes");
            }
        }
        return 0;
    }

    private int next() throws IOException {
        return at < end || filled() ? buffer[at++] & 0xff : -1;
    }

    private boolean filled() throws IOException {
        if (wire.elapsed().compareTo(patience.whole()) >= 0) {
            throw new IOException(from + " does not come to an end: " + patience.whole().toSeconds()
                    + " seconds were not enough for its answer");
        }
        at = 0;
        end = Math.max(0, received());
        return end > 0;
    }

    private int received() throws IOException {
        Duration begun = wire.elapsed();
        while (true) {
            try {
                return wire.receive(buffer);
            } catch (IOException e) {
                if (!Wire.NO_ANSWER.equals(e.getMessage())) {
                    throw new IOException(from + " broke the connection -- " + e.getMessage(), e);
                }
                check(begun);
            }
        }
    }

    private void check(Duration begun) throws IOException {
        Duration now = wire.elapsed();
        if (now.minus(begun).compareTo(patience.idle()) >= 0) {
            throw new IOException(from + " does not answer: nothing came for " + now.minus(begun).toSeconds() + " seconds");
        }
        patience.waiting().run();
    }

    private IOException broken(String what) {
        return new IOException(from + " answered with " + what);
    }
}
