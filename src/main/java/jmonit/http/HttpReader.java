package jmonit.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads one request and not a byte too much memory. Whoever calls it closes the channel when time is up. */
final class HttpReader {

    static final int LARGEST_HEAD = 32 * 1024;
    static final int LARGEST_BODY = 256 * 1024;
    static final int MOST_HEADERS = 200;
    private static final int CHUNK = 4096;

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,9}");

    private final ReadableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK).limit(0);

    HttpReader(ReadableByteChannel channel) {
        this.channel = channel;
    }

    /** Blocks. Whoever goes away in the middle has sent something malformed, too. */
    Raw read() throws IOException {
        List<String> lines = head();
        String[] words = lines.getFirst().split(" ", -1);
        if (words.length != 3 || !TOKEN.matcher(words[0]).matches() || !words[2].equals("HTTP/1.0") && !words[2].equals("HTTP/1.1")) {
            throw new Malformed(Malformed.REQUEST);
        }
        Headers headers = headers(lines.subList(1, lines.size()));
        return new Raw(words[0], words[1], headers, body(length(headers)));
    }

    private List<String> head() throws IOException {
        var lines = new ArrayList<String>();
        var left = new int[] {LARGEST_HEAD};
        for (String line = line(left); !line.isEmpty() || lines.isEmpty(); line = line(left)) {
            if (line.isEmpty() || lines.size() > MOST_HEADERS) {
                throw new Malformed(Malformed.REQUEST);
            }
            lines.add(line);
        }
        return lines;
    }

    /** A line ends as it should or, as Monit takes it, with a line feed alone. */
    private String line(int[] left) throws IOException {
        var line = new StringBuilder();
        for (int b = next(); b != '\n'; b = next()) {
            boolean odd = b < ' ' && b != '\t' && b != '\r' || b == 0x7f || endsInReturn(line);
            if (odd || --left[0] < 0) {
                throw new Malformed(Malformed.REQUEST);
            }
            line.append((char) b);
        }
        if (endsInReturn(line)) {
            line.setLength(line.length() - 1);
        }
        return line.toString();
    }

    private static boolean endsInReturn(StringBuilder line) {
        return !line.isEmpty() && line.charAt(line.length() - 1) == '\r';
    }

    private int next() throws IOException {
        if (!buffer.hasRemaining()) {
            buffer.clear();
            int count = channel.read(buffer);
            buffer.flip();
            if (count < 0) {
                throw new Malformed(Malformed.REQUEST);
            }
        }
        return buffer.get() & 0xff;
    }

    private static Headers headers(List<String> lines) throws Malformed {
        var headers = new ArrayList<Header>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon < 1 || !TOKEN.matcher(line.substring(0, colon)).matches()) {
                throw new Malformed(Malformed.REQUEST);
            }
            headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return new Headers(headers);
    }

    /** One way only to say how long a body is, so that nobody else can read it as another length. */
    static int length(Headers headers) throws Malformed {
        List<String> lengths = headers.all("Content-Length");
        if (headers.has("Transfer-Encoding") || lengths.size() > 1 || lengths.stream().anyMatch(l -> !LENGTH.matcher(l).matches())) {
            throw new Malformed(Malformed.PARAMETERS);
        }
        int length = lengths.isEmpty() ? 0 : Integer.parseInt(lengths.getFirst());
        if (length > LARGEST_BODY) {
            throw new Malformed(Malformed.PARAMETERS);
        }
        return length;
    }

    /** Room is made as it comes, not as it is announced. */
    private byte[] body(int length) throws IOException {
        var body = new ByteArrayOutputStream();
        while (body.size() < length) {
            body.write(bodyByte());
        }
        return body.toByteArray();
    }

    private int bodyByte() throws IOException {
        try {
            return next();
        } catch (Malformed e) {
            throw new Malformed(Malformed.PARAMETERS);
        }
    }
}
