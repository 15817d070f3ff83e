package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import jmonit.config.Reading;
import jmonit.diagnostic.Severity;
import jmonit.os.FakeFiles;

/** The examples of the manual pages are control files that jmonit accepts, but for those that say they are none. */
class ManualTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?m)(^\\.\\\\\" not a control file\n)?^\\.EX\n((?s:.*?))^\\.EE$");

    private record Example(String page, int line, String text) {

        @Override
        public String toString() {
            return page + ":" + line;
        }
    }

    static Stream<Example> examples() throws IOException {
        return Stream.concat(examples("jmonit.1").stream(), examples("jmonitrc.5").stream());
    }

    private static List<Example> examples(String page) throws IOException {
        String text = Files.readString(Path.of("man", page));
        var examples = new ArrayList<Example>();
        var found = EXAMPLE.matcher(text);
        while (found.find()) {
            if (found.group(1) == null) {
                examples.add(new Example(page, 1 + (int) text.substring(0, found.start()).lines().count(), plain(found.group(2))));
            }
        }
        assertTrue(!examples.isEmpty(), page + " has no examples");
        return examples;
    }

    /** What a reader of the page sees. */
    private static String plain(String roff) {
        return roff.replaceAll("(?m)^\\\\&", "").replace("\\-", "-").replace("\\(aq", "'").replace("\\(ha", "^").replace("\\(ti", "~")
                .replace("\\(dq", "\"").replace("\\e", "\\").replaceAll("(?m)^\\.\\\\\".*\n", "");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void hasOnlyExamplesThatAreAccepted(Example example) {
        var result = Reading.of("/m", BuiltIn.CATALOG, new FakeFiles().file("/m", example.text()), "plum");

        assertEquals(List.of(), result.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).toList(), example.text());
    }
}
