package jmonit.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jmonit.catalog.Catalog;
import jmonit.catalog.Limit;
import jmonit.catalog.Metric;
import jmonit.catalog.Option;
import jmonit.catalog.Protocol;
import jmonit.catalog.ServiceType;

/** Tables of words for the help pages, straight from the catalog, so that no word can be missing. */
final class Tables {

    private final Catalog catalog;

    Tables(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The table that belongs to a topic, or nothing. */
    String about(String topic) {
        return switch (topic) {
            case "protocols" -> protocols();
            case "services" -> table("Service types:", catalog.serviceTypes().stream().map(t -> row("check " + t.keyword(), t.summary())));
            case "limits" -> table("Limits:", Limit.ALL.stream().map(l -> row(l.name(), l.summary())));
            default -> catalog.serviceTypes().stream().filter(t -> topic.equals("check-" + t.keyword())).map(Tables::tests)
                    .findFirst().orElse("");
        };
    }

    private static String row(String word, String meaning) {
        return "  %-24s %s".formatted(word, meaning);
    }

    private static String table(String title, Stream<String> rows) {
        List<String> lines = rows.toList();
        return lines.isEmpty() ? "" : "\n" + title + "\n\n" + String.join("\n", lines) + "\n";
    }

    private static String tests(ServiceType type) {
        return table("What can be tested:", Stream.concat(
                type.features().stream().sorted().map(Tables::feature).filter(r -> !r.isEmpty()),
                type.metrics().stream().map(Tables::metric)));
    }

    private static String metric(Metric metric) {
        String uses = metric.uses().stream().sorted().map(Tables::use).collect(Collectors.joining(", "));
        return row(metric.phrase(), metric.summary() + " (" + uses + ")");
    }

    private static String use(Metric.Use use) {
        return switch (use) {
            case COMPARED -> "with a limit";
            case CHANGED -> "if changed";
            case EXPECTED -> "if failed";
            case SEARCHED -> "with a regular expression";
            case SUMMED -> "in last hours";
        };
    }

    private static String feature(ServiceType.Feature feature) {
        return switch (feature) {
            case EXISTENCE -> row("exist", "whether it is there (if not exist, if exist)");
            case PORT -> row("port", "a connection (if failed, if succeeded)");
            case UNIX_SOCKET -> row("unixsocket", "a connection over a Unix socket (if failed, if succeeded)");
            case PING -> row("ping", "an answer to ICMP (if failed, if succeeded)");
            case LINK -> row("link", "the link (if link down, if link up)");
            case IGNORE, FLAGS -> "";
        };
    }

    private String protocols() {
        return table("Protocols:", catalog.protocols().stream().map(Tables::protocol));
    }

    private static String protocol(Protocol protocol) {
        String options = protocol.options().stream().map(Option::phrase).collect(Collectors.joining(", "));
        return row(protocol.keyword(), protocol.summary() + (options.isEmpty() ? "" : "\n" + " ".repeat(29) + "options: " + options));
    }
}
