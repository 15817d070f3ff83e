package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import jmonit.config.Reading;
import jmonit.diagnostic.Severity;
import jmonit.os.FakeFiles;

/** README and the pages of docs: what they link to is there, and the control files in them are accepted. */
class PagesTest {

    private static final long MOST_OF_PICTURES = 200_000;
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");
    private static final Pattern CONTROL_FILE = Pattern.compile("(?ms)^```\n((?:set|check) .*?)^```$");

    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), docs.filter(page -> page.toString().endsWith(".md"))).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksToWhatIsThere(Path page) throws IOException {
        assertEquals(List.of(), found(LINK, page).filter(link -> !link.contains("://") && !Files.exists(page.resolveSibling(link))).toList());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void showsControlFilesThatAreAccepted(Path page) throws IOException {
        for (String text : found(CONTROL_FILE, page).toList()) {
            var result = Reading.of("/m", BuiltIn.CATALOG, new FakeFiles().file("/m", text), "plum");

            assertEquals(List.of(), result.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).toList(), text);
        }
    }

    @Test
    void hasSmallPictures() throws IOException {
        try (Stream<Path> pictures = Files.list(Path.of("docs/images"))) {
            long size = pictures.mapToLong(picture -> picture.toFile().length()).sum();

            assertTrue(size <= MOST_OF_PICTURES, size + " bytes");
        }
    }

    private static Stream<String> found(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page)).results().map((MatchResult result) -> result.group(1));
    }
}
