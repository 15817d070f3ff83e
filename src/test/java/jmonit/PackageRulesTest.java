package jmonit;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** Who may import whom: the table of docs/architecture.md. */
class PackageRulesTest {

    private static final Set<String> WORDS_OF_THE_CATALOG = Set.of("model", "os", "catalog", "regex");

    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            entry("model", Set.of()),
            entry("diagnostic", Set.of("model")),
            entry("os", Set.of("model")),
            entry("regex", Set.of()),
            entry("json", Set.of()),
            entry("catalog", Set.of("model", "os")),
            entry("rule", Set.of("model")),
            entry("config", Set.of("model", "diagnostic", "catalog", "os", "regex", "json")),
            entry("engine", Set.of("model", "rule")),
            entry("service", WORDS_OF_THE_CATALOG),
            entry("protocol", Set.of("model", "os", "catalog", "regex", "json")),
            entry("channel", Set.of("model", "os", "catalog", "regex", "json", "nats")),
            entry("nats", Set.of("model", "os", "json")),
            entry("format", Set.of("model", "os", "catalog", "regex", "json")),
            entry("daemon", Set.of("model", "config", "diagnostic", "rule", "engine", "catalog", "os")),
            entry("store", Set.of("model", "os", "rule", "engine")),
            entry("history", Set.of("model", "os")),
            entry("os.live", Set.of("model", "os")),
            entry("http", Set.of("model", "engine", "os", "json")),
            entry("cli.link", Set.of("model", "os")),
            entry("cli.top", Set.of("json")),
            entry("cli", Set.of("model", "catalog", "config", "diagnostic", "os", "regex", "json", "cli.link", "cli.top")));

    /** Each library has one owner; the root is "". */
    private static final Map<String, String> OWNERS = Map.of("org.antlr", "config", "picocli", "cli", "oshi", "os.live",
            "io.undertow", "http", "org.xnio", "http", "jakarta.mail", "channel", "org.eclipse.angus", "channel", "ch.qos.logback", "");

    /** A type by its full name: in an import or wherever else it is written out. */
    private static final Pattern OURS = Pattern.compile("\\bjmonit\\.((?:[a-z]\\w*\\.)*)([A-Z]\\w*)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([\\w.]+)");

    @Test
    void packagesImportOnlyWhatTheTableAllows() throws IOException {
        var violations = new ArrayList<String>();

        for (MainSource file : MainSource.all()) {
            file.find(OURS).stream().filter(found -> !allowed(file.inside(), owner(found)))
                    .forEach(found -> violations.add(file.path() + ": " + named(file.inside()) + " may not import " + found.group()));
        }

        assertEquals(List.of(), violations);
    }

    private static String owner(MatchResult found) {
        return found.group(1).replaceAll("\\.$", "");
    }

    private static boolean allowed(String from, String to) {
        return from.isEmpty() || from.equals(to) || MAY_IMPORT.getOrDefault(from, Set.of()).contains(to);
    }

    private static String named(String inside) {
        return inside.isEmpty() ? "the root" : inside;
    }

    @Test
    void everyPackageStandsInTheTable() throws IOException {
        var strangers = MainSource.all().stream().map(MainSource::inside).filter(p -> !p.isEmpty() && !MAY_IMPORT.containsKey(p)).distinct()
                .toList();

        assertEquals(List.of(), strangers);
    }

    @Test
    void librariesAreImportedByTheirOwnersOnly() throws IOException {
        var violations = new ArrayList<String>();

        for (MainSource file : MainSource.all()) {
            for (MatchResult found : file.find(IMPORT)) {
                OWNERS.forEach((library, owner) -> {
                    if (found.group(1).startsWith(library + ".") && !file.inside().equals(owner)) {
                        violations.add(file.path() + ": only " + named(owner) + " may import " + found.group(1));
                    }
                });
            }
        }

        assertEquals(List.of(), violations);
    }
}
