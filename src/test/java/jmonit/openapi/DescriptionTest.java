package jmonit.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class DescriptionTest {

    private static final Path HTTP = Path.of("src/main/java/jmonit/http");

    private final Description description = new Description();

    private static Set<String> found(String file, String pattern) throws IOException {
        return Pattern.compile(pattern).matcher(Files.readString(HTTP.resolve(file))).results().map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyRouteIsDescribedAndEveryDescribedOneIsThere() throws IOException {
        var routes = found("Api.java", "\"(/api/v1/[\\w.]+|/metrics|/health)\"");
        routes.addAll(Set.of("/api/v1/services/{name}", "/api/v1/silences/{id}", "/api/v1/acknowledgements/{service}"));

        assertEquals(routes, new TreeSet<>(description.paths().keySet()));
    }

    @Test
    void everyQueryIsDescribedAndEveryDescribedOneIsRead() throws IOException {
        assertEquals(found("Api.java", "query\\.\\w+\\(\"(\\w+)\""), description.queries());
    }

    @Test
    void everyFieldThatIsPostedIsDescribed() throws IOException {
        var described = new TreeSet<>(description.fields("ActionRequest"));
        List.of("DaemonRequest", "SilenceRequest", "AcknowledgementRequest").forEach(s -> described.addAll(description.fields(s)));
        var read = found("ApiOrders.java", "body\\.at\\(\"(\\w+)\"");
        read.addAll(found("ApiQuiet.java", "body\\.at\\(\"(\\w+)\""));

        assertEquals(read, described);
    }

    @Test
    void nothingIsDescribedInVain() {
        var unused = new TreeSet<>(description.schemas());
        unused.removeAll(description.used());

        assertEquals(Set.of("Change"), unused);
    }

    @Test
    void theManualTellsOfEveryRoute() throws IOException {
        String manual = Files.readString(Path.of("docs/api.md"));

        assertEquals(Set.of(), description.paths().keySet().stream().filter(p -> !manual.contains(p)).collect(Collectors.toSet()));
    }
}
