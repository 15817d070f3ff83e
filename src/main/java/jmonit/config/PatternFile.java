package jmonit.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jmonit.os.Files;

/** A file that holds a regular expression on every line; empty lines are none. */
final class PatternFile {

    private static final long LARGEST = 1L << 20;

    private PatternFile() {
    }

    /** The expressions of a file, none where it cannot be read: the machine pass tells about that. */
    static List<String> read(Files files, String path) {
        try {
            return load(files, path);
        } catch (IOException e) {
            return List.of();
        }
    }

    static List<String> load(Files files, String path) throws IOException {
        return lines(files, path).stream().filter(l -> !l.isEmpty()).toList();
    }

    /** The empty ones, too, for whoever counts. */
    static List<String> lines(Files files, String path) throws IOException {
        return new String(files.read(path, LARGEST), StandardCharsets.UTF_8).lines().toList();
    }
}
