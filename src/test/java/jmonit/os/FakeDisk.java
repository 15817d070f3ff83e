package jmonit.os;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jmonit.os.FileFacts.Kind;

/** A disk that exists because a test says so; its clock is the test's. */
public final class FakeDisk implements Disk {

    private final Map<String, FileStatus> statuses = new HashMap<>();
    private final Map<FileStatus.Identity, byte[]> contents = new HashMap<>();
    private final Map<String, IOException> failures = new HashMap<>();
    private Instant now = Instant.parse("2026-11-21T07:00:00Z");
    private long lastInode = 10;
    private int opened;

    public FakeDisk at(Instant now) {
        this.now = now;
        return this;
    }

    public Instant now() {
        return now;
    }

    /** A new file of root with mode 0644 and an inode of its own. */
    public FakeDisk file(String path, String content) {
        with(path, Kind.FILE);
        return overwrite(path, content);
    }

    /** Something of root with mode 0644 and an inode of its own. */
    public FakeDisk with(String path, Kind kind) {
        failures.remove(path);
        var identity = new FileStatus.Identity(1, ++lastInode);
        contents.put(identity, new byte[0]);
        statuses.put(path, new FileStatus(kind, 0644, 0, 0, 0, identity, 1, now, now, now));
        return this;
    }

    public FakeDisk set(String path, int mode, long uid, long gid) {
        var s = statuses.get(path);
        statuses.put(path, new FileStatus(s.kind(), mode, uid, gid, s.size(), s.identity(), s.links(), s.accessed(), s.modified(), now));
        return this;
    }

    public FakeDisk append(String path, String more) {
        return overwrite(path, new String(contents.get(statuses.get(path).identity()), StandardCharsets.ISO_8859_1) + more);
    }

    /** The same file with other bytes, each char one byte. */
    public FakeDisk overwrite(String path, String content) {
        var s = statuses.get(path);
        var bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        contents.put(s.identity(), bytes);
        statuses.put(path, new FileStatus(s.kind(), s.mode(), s.uid(), s.gid(), bytes.length, s.identity(), s.links(), s.accessed(), now, now));
        return this;
    }

    public FakeDisk rename(String from, String to) {
        statuses.put(to, statuses.remove(from));
        return this;
    }

    public FakeDisk remove(String path) {
        statuses.remove(path);
        return this;
    }

    /** Whatever is asked about this path fails. */
    public FakeDisk failing(String path, String message) {
        failures.put(path, new IOException(message));
        return this;
    }

    /** How often a file was opened. */
    public int opened() {
        return opened;
    }

    @Override
    public Optional<FileStatus> status(String path) throws IOException {
        if (failures.containsKey(path)) {
            throw failures.get(path);
        }
        return Optional.ofNullable(statuses.get(path));
    }

    @Override
    public Opened open(String path) throws IOException {
        var status = status(path).orElseThrow(() -> new IOException("cannot read " + path + ": no such file or directory"));
        opened++;
        return new FakeOpened(contents.get(status.identity()));
    }

    @Override
    public List<String> namesakes(String path) {
        return statuses.keySet().stream().filter(p -> p.startsWith(path) && !p.equals(path)).toList();
    }

    private record FakeOpened(byte[] content) implements Opened {

        @Override
        public int read(byte[] into, int offset, int length, long position) {
            int from = (int) Math.min(position, content.length);
            int got = Math.min(length, content.length - from);
            System.arraycopy(content, from, into, offset, got);
            return got;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
