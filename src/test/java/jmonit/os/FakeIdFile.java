package jmonit.os;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Id files in memory; a new id is always the same, and an empty one cannot be read. */
public final class FakeIdFile implements IdFile {

    public static final String NEW = "0123456789abcdef0123456789abcdef";

    private final Map<String, String> ids = new HashMap<>();

    public FakeIdFile with(String path, String id) {
        ids.put(path, id);
        return this;
    }

    @Override
    public Optional<String> read(String path) throws IOException {
        if (ids.getOrDefault(path, "-").isEmpty()) {
            throw new IOException("Error reading id from file '" + path + "'");
        }
        return Optional.ofNullable(ids.get(path));
    }

    @Override
    public Fresh renew(String path) {
        ids.put(path, NEW);
        return new Fresh(NEW, path);
    }
}
