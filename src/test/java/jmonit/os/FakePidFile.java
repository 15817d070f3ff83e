package jmonit.os;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Pidfiles that are kept by whom a test says. */
public final class FakePidFile implements PidFile {

    /** The process that takes a file in a test. */
    public static final long OURS = 4711;

    private final Map<String, Long> keepers = new HashMap<>();

    public FakePidFile keptBy(String path, long pid) {
        keepers.put(path, pid);
        return this;
    }

    @Override
    public OptionalLong keeper(String path) {
        return keepers.containsKey(path) ? OptionalLong.of(keepers.get(path)) : OptionalLong.empty();
    }

    @Override
    public Claim take(String path) {
        if (keepers.containsKey(path)) {
            return new Claim.Taken(keepers.get(path));
        }
        keepers.put(path, OURS);
        return (Claim.Kept) () -> keepers.remove(path);
    }
}
