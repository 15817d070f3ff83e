package jmonit.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A page that comes in chunks, each with its length before it. */
final class HttpChunks {

    private static final String NO_SIZE = "HTTP error: failed to read chunk size";
    private static final int LENGTH_OF_END = 2;
    private static final int PIECE = 1 << 13;

    private HttpChunks() {
    }

    static byte[] read(Talk talk, int limit, Lane.Pass pass) throws IOException {
        var page = new ByteArrayOutputStream();
        var size = size(talk);
        while (size > 0 && page.size() < limit) {
            chunk(talk, Math.min(size, limit - page.size()), page, pass);
            if (page.size() < limit) {
                HttpAnswer.whole(talk, LENGTH_OF_END);
                size = size(talk);
            }
        }
        return page.toByteArray();
    }

    private static void chunk(Talk talk, int size, ByteArrayOutputStream page, Lane.Pass pass) throws IOException {
        for (var left = size; left > 0;) {
            if (page.size() >= Lane.SMALL) {
                pass.enter();
            }
            var piece = Math.min(left, PIECE);
            page.writeBytes(HttpAnswer.whole(talk, piece));
            left -= piece;
        }
    }

    private static int size(Talk talk) throws IOException {
        var line = talk.line(NO_SIZE);
        try {
            return Integer.parseUnsignedInt(line.split(";", 2)[0].strip(), 16) & Integer.MAX_VALUE;
        } catch (NumberFormatException e) {
            throw new IOException("HTTP error: invalid chunk size: " + line, e);
        }
    }
}
