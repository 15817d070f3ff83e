package jmonit.os;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Files in memory, on a disk that fills up, and whose machine may fall at any byte. */
public final class FakeArchives implements Archives {

    private final Map<String, Content> files = new HashMap<>();
    private String trouble = "";
    private long left = Long.MAX_VALUE;
    private long written;

    /** The end of the process while it wrote. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private static final class Content {
        private byte[] bytes = new byte[0];
    }

    /** The same disk as it is now. */
    public FakeArchives copy() {
        var copy = new FakeArchives();
        files.forEach((path, content) -> copy.content(path, content.bytes));
        return copy;
    }

    public FakeArchives content(String path, byte[] bytes) {
        var content = new Content();
        content.bytes = bytes.clone();
        files.put(path, content);
        return this;
    }

    public byte[] content(String path) {
        return files.get(path).bytes;
    }

    public boolean has(String path) {
        return files.containsKey(path);
    }

    /** Every writing fails from now on; none does where the message is empty. */
    public void trouble(String message) {
        trouble = message;
    }

    /** After so many bytes more the process is no more. */
    public void killAfter(long bytes) {
        left = bytes;
    }

    public long written() {
        return written;
    }

    @Override
    public Optional<Archive> open(String path) {
        return Optional.ofNullable(files.get(path)).map(FakeArchive::new);
    }

    @Override
    public Archive create(String path) throws IOException {
        fail(path);
        content(path, new byte[0]);
        return new FakeArchive(files.get(path));
    }

    private void fail(String path) throws IOException {
        if (!trouble.isEmpty()) {
            throw new IOException("cannot write " + path + ": " + trouble);
        }
    }

    @Override
    public void rename(String from, String to) {
        spend(1);
        files.put(to, files.remove(from));
    }

    @Override
    public void remove(String path) {
        if (left > 0) {
            files.remove(path);
        }
    }

    private int spend(int bytes) {
        int possible = (int) Math.min(bytes, left);
        left -= possible;
        written += possible;
        if (bytes > 0 && possible == 0) {
            throw new Killed();
        }
        return possible;
    }

    private final class FakeArchive implements Archive {

        private final Content content;

        FakeArchive(Content content) {
            this.content = content;
        }

        @Override
        public int read(byte[] into, int length, long position) {
            int got = (int) Math.clamp(content.bytes.length - position, 0, length);
            System.arraycopy(content.bytes, (int) Math.min(position, content.bytes.length), into, 0, got);
            return got;
        }

        @Override
        public void write(byte[] from, int length, long position) throws IOException {
            fail("/history");
            int possible = spend(length);
            int end = (int) position + possible;
            if (end > content.bytes.length) {
                content.bytes = Arrays.copyOf(content.bytes, end);
            }
            System.arraycopy(from, 0, content.bytes, (int) position, possible);
            spend(possible < length ? 1 : 0);
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
