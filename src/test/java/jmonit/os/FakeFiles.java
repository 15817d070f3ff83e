package jmonit.os;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jmonit.os.FileFacts.Kind;

/** Files that exist because a test says so. What may be read, written or run is what anybody's mode bits allow. */
public final class FakeFiles implements Files {

    private final Map<String, FileFacts> facts = new HashMap<>();
    private final Map<String, byte[]> contents = new HashMap<>();

    /** A regular file of root with mode 0600. */
    public FakeFiles file(String path, String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        contents.put(path, bytes);
        return with(path, new FileFacts(Kind.FILE, 0600, 0, 0, bytes.length, 1, facts.size() + 2L, false));
    }

    /** A directory of root with mode 0755. */
    public FakeFiles directory(String path) {
        return with(path, new FileFacts(Kind.DIRECTORY, 0755, 0, 0, 4096, 1, facts.size() + 2L, false));
    }

    /** Anything else, or other facts about a file that is there already. */
    public FakeFiles with(String path, FileFacts known) {
        facts.put(path, known);
        return this;
    }

    @Override
    public Optional<FileFacts> facts(String path) {
        return Optional.ofNullable(facts.get(path));
    }

    @Override
    public byte[] read(String path, long limit) throws IOException {
        var content = content(path);
        if (content.length > limit) {
            throw new IOException("cannot read " + path + ": larger than " + limit + " bytes");
        }
        return content.clone();
    }

    @Override
    public void replace(String path, byte[] content) throws IOException {
        content(path);
        contents.put(path, content.clone());
    }

    private byte[] content(String path) throws IOException {
        var known = facts.get(path);
        if (known == null) {
            throw new IOException("cannot read " + path + ": no such file or directory");
        }
        if (known.kind() != Kind.FILE) {
            throw new IOException("cannot read " + path + ": it is " + known.kind().words() + ", not a regular file");
        }
        return contents.getOrDefault(path, new byte[0]);
    }

    @Override
    public List<String> list(String directory) throws IOException {
        var known = facts.get(directory);
        if (known != null && known.kind() != Kind.DIRECTORY) {
            throw new IOException("cannot list " + directory + ": it is " + known.kind().words() + ", not a directory");
        }
        var prefix = directory.endsWith("/") ? directory : directory + "/";
        return facts.keySet().stream().filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()))
                .filter(name -> !name.isEmpty() && !name.contains("/")).toList();
    }

    @Override
    public String digest(String path, String algorithm) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content(path)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("no digest called " + algorithm, e);
        }
    }

    @Override
    public boolean readable(String path) {
        return allowed(path, 0444);
    }

    @Override
    public boolean writable(String path) {
        return allowed(path, 0222);
    }

    @Override
    public boolean executable(String path) {
        return allowed(path, 0111);
    }

    private boolean allowed(String path, int bits) {
        return facts.containsKey(path) && (facts.get(path).mode() & bits) != 0;
    }
}
