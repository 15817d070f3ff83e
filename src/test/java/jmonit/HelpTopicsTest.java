package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** A message names only help pages that exist. */
class HelpTopicsTest {

    private static final Pattern NAMED = Pattern.compile("\\.see\\(\"([a-z-]+)\"\\)|un(?:known|expected)\\([^;]*?, \"([a-z-]+)\"\\)");

    @Test
    void everyTopicThatIsNamedHasItsPage() throws IOException {
        var missing = new TreeSet<String>();
        for (MainSource file : MainSource.all()) {
            NAMED.matcher(file.code()).results().map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                    .filter(topic -> Files.notExists(Path.of("src/main/resources/help", topic + ".txt")))
                    .forEach(topic -> missing.add(topic + " (" + file.path() + ")"));
        }

        assertEquals(List.of(), List.copyOf(missing));
    }
}
