package jmonit.protocol;

import java.io.IOException;

/** A page that comes in chunks, each with its length before it. */
final class HttpChunks {

    private static final String NO_SIZE = "HTTP error: failed to read chunk size";
    private static final int LENGTH_OF_END = 2;
    private static final int PIECE = 1 << 13;

    private HttpChunks() {
    }

    static byte[] read(Talk talk, int limit, Lane.Pass pass) throws IOException {
        var page = new Page(limit);
        var size = size(talk);
        while (size > 0 && page.room() > 0) {
            chunk(talk, Math.min(size, page.room()), page, pass);
            if (page.room() > 0) {
                HttpAnswer.whole(talk, LENGTH_OF_END);
                size = size(talk);
            }
        }
        return page.all();
    }

    private static void chunk(Talk talk, int size, Page page, Lane.Pass pass) throws IOException {
        for (var left = size; left > 0;) {
            if (page.size() >= Lane.SMALL) {
                pass.enter();
            }
            var piece = Math.min(left, PIECE);
            page.add(HttpAnswer.whole(talk, piece), 0, piece);
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
