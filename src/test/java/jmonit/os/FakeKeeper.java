package jmonit.os;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Small files, in memory. */
public final class FakeKeeper implements Keeper {

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    @Override
    public Optional<byte[]> kept(String path) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public String aside(String path) throws IOException {
        throw new IOException("cannot move " + path);
    }

    @Override
    public void make(String path) {
        files.putIfAbsent(path, new byte[0]);
    }

    @Override
    public void keep(String path, byte[] content) {
        files.put(path, content.clone());
    }

    @Override
    public void mark(String path, byte[] content) {
        files.put(path, content.clone());
    }
}
