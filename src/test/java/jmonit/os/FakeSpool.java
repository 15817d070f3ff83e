package jmonit.os;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** A directory that is full, or not; and in which a kill leaves what was written whole. */
public final class FakeSpool implements Spool {

    private final Map<String, byte[]> files = new ConcurrentSkipListMap<>();
    private volatile boolean full;
    private int writesLeft = Integer.MAX_VALUE;

    /** After so many more writings and removals we are dead. */
    public FakeSpool diesAfter(int changes) {
        writesLeft = changes;
        return this;
    }

    public FakeSpool full(boolean now) {
        full = now;
        return this;
    }

    /** What the next start finds. */
    public FakeSpool again() {
        var next = new FakeSpool();
        next.files.putAll(files);
        return next;
    }

    public FakeSpool file(String name, String content) {
        files.put(name, content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return this;
    }

    @Override
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    @Override
    public Optional<byte[]> read(String name) {
        return Optional.ofNullable(files.get(name));
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        if (full) {
            throw new IOException("cannot write /queue/" + name + ": no space left on device");
        }
        change();
        files.put(name, content.clone());
    }

    @Override
    public void remove(String name) {
        change();
        files.remove(name);
    }

    private void change() {
        if (writesLeft-- <= 0) {
            throw new Killed();
        }
    }

    /** Nothing more happens. */
    public static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
