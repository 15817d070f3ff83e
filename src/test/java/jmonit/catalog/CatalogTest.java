package jmonit.catalog;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jmonit.BuiltIn;
import jmonit.catalog.Metric.Use;
import jmonit.config.Reading;
import jmonit.diagnostic.Diagnostic;
import jmonit.os.FakeFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every word of the catalog, whoever adds it. */
class CatalogTest {

    private static final Catalog CATALOG = BuiltIn.CATALOG;

    static List<ServiceType> types() {
        return CATALOG.serviceTypes();
    }

    static List<Protocol> protocols() {
        return CATALOG.protocols();
    }

    @Test
    void wordsAreUnique() {
        assertUnique(types().stream().flatMap(t -> Stream.concat(Stream.of(t.keyword()), t.aliases().stream())).toList());
        assertUnique(protocols().stream().map(Protocol::keyword).toList());
        assertUnique(Limit.ALL.stream().map(l -> l.name().toLowerCase(Locale.ROOT)).toList());
    }

    private static void assertUnique(List<String> words) {
        var seen = new HashSet<String>();
        assertEquals(List.of(), words.stream().filter(w -> !seen.add(w)).toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void aServiceTypeExplainsItself(ServiceType type) {
        assertLower(type.keyword());
        type.aliases().forEach(CatalogTest::assertLower);
        assertSummary(type.summary());
        assertFalse(type.title().isBlank());
        assertTrue(Files.exists(Path.of("src/main/resources/help/check-" + type.keyword() + ".txt")), "no help page");
    }

    @ParameterizedTest
    @MethodSource("types")
    void theMetricsOfAServiceTypeExplainThemselves(ServiceType type) {
        assertUnique(type.metrics().stream().map(Metric::key).toList());
        assertUnique(type.metrics().stream().flatMap(m -> m.phrases().stream()).toList());
        for (Metric metric : type.metrics()) {
            metric.phrases().forEach(CatalogTest::assertLower);
            assertSummary(metric.summary());
            assertFalse(metric.uses().isEmpty(), metric.key());
            assertFalse(metric.measures().isEmpty(), metric.key());
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void aProtocolExplainsItself(Protocol protocol) {
        assertLower(protocol.keyword());
        assertSummary(protocol.summary());
        assertEquals(protocol.label().toUpperCase(Locale.ROOT), protocol.label());
        assertUnique(protocol.options().stream().map(Option::phrase).toList());
        for (Option option : protocol.options()) {
            assertLower(option.phrase());
            assertSummary(option.summary());
        }
    }

    @Test
    void limitsExplainThemselves() {
        Limit.ALL.forEach(l -> assertSummary(l.summary()));
    }

    private static void assertLower(String word) {
        assertEquals(word.toLowerCase(Locale.ROOT), word);
    }

    private static void assertSummary(String summary) {
        assertFalse(summary.isBlank());
        assertFalse(summary.endsWith("."), summary);
    }

    // ---- each word can be written

    @ParameterizedTest
    @MethodSource("types")
    void everyMetricCanBeTested(ServiceType type) {
        for (Metric metric : type.metrics()) {
            for (Use use : metric.uses()) {
                assertReads(check(type) + "if " + test(metric, use) + " then alert\n");
            }
        }
    }

    /** All that is needed before the first rule. */
    private static String check(ServiceType type) {
        return "set daemon 30\ncheck " + type.keyword() + " x " + switch (type.naming()) {
            case PROCESS -> "matching x";
            case PATH, VOLUME -> "path /x";
            case ADDRESS -> "address example.org";
            case INTERFACE -> "interface eth0";
            case PROGRAM -> "path \"/bin/true\" if status != 0 then alert";
            case MACHINE -> "";
        } + "\n";
    }

    private static String test(Metric metric, Use use) {
        return switch (use) {
            case COMPARED -> metric.phrase() + " > " + limit(metric);
            case CHANGED -> "changed " + metric.phrase();
            case EXPECTED -> "failed " + metric.phrase() + " " + expected(metric);
            case SEARCHED -> metric.phrase() + " = \"x\"";
            case SUMMED -> metric.phrase() + " > 1 GB in last hour";
        };
    }

    /** Not so small that a percentage might have been meant, not so large that no program exits with it. */
    private static String limit(Metric metric) {
        return switch (metric.measures().getFirst().unit()) {
            case COUNT, LOAD -> "200";
            case PERCENT -> "1%";
            case BYTES -> "1 MB";
            case BYTES_PER_SECOND -> "1 MB/s";
            case OPERATIONS_PER_SECOND -> "1 operations/s";
            case PACKETS -> "1 packets";
            case PACKETS_PER_SECOND -> "1 packets/s";
            case MILLISECONDS -> "1 seconds";
        };
    }

    private static String expected(Metric metric) {
        return switch (metric.key()) {
            case "checksum" -> "";
            case "permission" -> "644";
            default -> "\"x\"";
        };
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void everyProtocolCanBeSpokenWithEachOfItsOptions(Protocol protocol) {
        String start = check(CATALOG.serviceType("host").orElseThrow()) + "if failed port 80 type "
                + (protocol.carrier() == Protocol.Carrier.UDP_ONLY ? "udp" : "tcp") + " protocol " + protocol.keyword();
        var options = new ArrayList<String>();
        for (Option option : protocol.options()) {
            String login = option.phrase().startsWith("rsakey") ? "username x " : "";
            options.add(login + option.phrase() + " " + value(option));
        }

        assertReads(start + " then alert\n");
        assertAll(options.stream().map(o -> () -> assertReads(start + " " + o + " then alert\n")));
        assertReads(start + " " + String.join(" ", options) + " then alert\n");
    }

    private static String value(Option option) {
        return switch (option.kind()) {
            case TEXT, SECRET -> "\"x\"";
            case REQUEST, PATH -> "\"/x\"";
            case NUMBER -> "5";
            case STATUS -> "= 200";
            case SHARE -> "> 5%";
            case REGEX -> "= \"x\"";
            case HEADERS -> "[Host: x]";
            case SUM -> "0123456789abcdef0123456789abcdef";
            case METHOD -> "head";
            case HOST_KEY -> "ed25519 \"SHA256:" + "x".repeat(43) + "\"";
            case DAYS -> "> 30 days";
            case JSON -> "\"$.status\" contains \"x\"";
        };
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void aMistypedOptionIsNoticed(Protocol protocol) {
        String text = check(CATALOG.serviceType("host").orElseThrow()) + "if failed port 80 type udp protocol " + protocol.keyword()
                + " nonsense \"x\" then alert\n";

        assertFalse(complaints(text).isEmpty());
    }

    private static void assertReads(String text) {
        assertEquals(List.of(), complaints(text), text);
    }

    private static List<String> complaints(String text) {
        return Reading.of("monitrc", CATALOG, new FakeFiles().file("monitrc", text), "plum").diagnostics().stream().map(Diagnostic::message)
                .toList();
    }
}
