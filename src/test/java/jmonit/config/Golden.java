package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Control files, each beside the text that is expected of it. {@code -Djmonit.golden=write} writes the expected texts anew. */
final class Golden {

    private static final boolean WRITE = "write".equals(System.getProperty("jmonit.golden"));
    private static final Path RESOURCES = Path.of("src/test/resources");

    private Golden() {
    }

    /** The control files of one folder, in the order of their names. */
    static List<Path> cases(String folder) throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(".monitrc")).sorted().toList();
        }
    }

    /** Expected texts whose control file is gone. */
    static List<Path> orphans(String folder) throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(".expected") && Files.notExists(beside(f, ".monitrc"))).toList();
        }
    }

    static void check(Path controlFile, String actual) throws IOException {
        Path expected = beside(controlFile, ".expected");
        if (WRITE) {
            Files.writeString(expected, actual);
        }
        assertEquals(Files.readString(expected), actual);
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName().toString().replaceAll("\\.\\w+$", ending));
    }
}
