package jmonit.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes an answer as Monit does: HTTP/1.0, and then the connection is closed. */
final class HttpWriter {

    private HttpWriter() {
    }

    static void write(Response response, Instant now, WritableByteChannel channel) throws IOException {
        var head = new StringBuilder("HTTP/1.0 ").append(response.status().code()).append(' ')
                .append(response.status().words()).append("\r\n");
        line(head, "Date", HttpDate.of(now));
        if (response.feed().isEmpty()) {
            line(head, "Content-Length", Integer.toString(response.body().length));
        }
        line(head, "Connection", "close");
        response.headers().forEach(h -> line(head, h.name(), h.value()));
        whole(ByteBuffer.wrap(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1)), channel);
        whole(ByteBuffer.wrap(response.body()), channel);
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    static void whole(ByteBuffer bytes, WritableByteChannel channel) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
