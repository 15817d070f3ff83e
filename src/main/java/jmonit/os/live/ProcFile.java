package jmonit.os.live;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A file of /proc, which has no size to ask for: read whole into a buffer that serves many of them, one thread at a time. */
final class ProcFile {

    private static final int FIRST_ROOM = 1 << 10;
    private static final int LARGEST = 1 << 20;

    private byte[] buffer = new byte[FIRST_ROOM];
    private int length;

    /** The content is there until the next call; what is longer than a mebibyte is cut. */
    void read(String path) throws IOException {
        length = 0;
        try (var input = new FileInputStream(path)) {
            for (var got = more(input); got > 0; got = more(input)) {
                length += got;
            }
        }
    }

    private int more(FileInputStream input) throws IOException {
        if (length == buffer.length && length < LARGEST) {
            buffer = Arrays.copyOf(buffer, 2 * length);
        }
        return length == buffer.length ? 0 : input.read(buffer, length, buffer.length - length);
    }

    static String text(String path) throws IOException {
        var file = new ProcFile();
        file.read(path);
        return file.text(0, file.length);
    }

    byte[] bytes() {
        return buffer;
    }

    int length() {
        return length;
    }

    String text(int from, int to) {
        return new String(buffer, from, to - from, StandardCharsets.UTF_8);
    }
}
