package jmonit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One file of the main code, for tests that hold the code to its own rules. {@code inside} is "" for the root package. */
record MainSource(Path path, String inside, String text) {

    private static final Path ROOT = Path.of("src/main/java/jmonit");
    private static final Pattern COMMENTS = Pattern.compile("(?s)/\\*.*?\\*/|(?<!:)//[^\n]*");
    private static final Pattern STRINGS = Pattern.compile("\"(?:\\\\.|[^\"\\\\\n])*\"");

    static List<MainSource> all() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().map(MainSource::read).toList();
        }
    }

    private static MainSource read(Path file) {
        try {
            return new MainSource(file, ROOT.relativize(file.getParent()).toString().replace('/', '.'), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text without comments. */
    String code() {
        return COMMENTS.matcher(text).replaceAll("");
    }

    /** Every match in the code, comments and strings left out. */
    List<MatchResult> find(Pattern pattern) {
        return pattern.matcher(STRINGS.matcher(code()).replaceAll("\"\"")).results().toList();
    }

    long lines() {
        return text.lines().count();
    }
}
