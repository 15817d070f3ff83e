package jmonit.cli.top;

import java.util.Comparator;
import java.util.List;

import jmonit.json.Json;

/** What the daemon knows: a title, and its services, those that fail first. */
public record Board(String title, List<Row> rows) {

    public static final Board EMPTY = new Board("", List.of());

    public Board {
        rows = List.copyOf(rows);
    }

    /** From the answer about all services. */
    public static Board of(Json services) {
        var rows = services.at("services").items().stream().map(Row::of).sorted(Comparator.comparing(Row::state)).toList();
        return new Board(title(services), rows);
    }

    private static String title(Json services) {
        Json daemon = services.at("daemon");
        Json counts = services.at("counts");
        return daemon.at("program").text().orElse("") + " " + daemon.at("version").text().orElse("")
                + " on " + daemon.at("host").text().orElse("?") + ": " + count(counts, "total") + " services, " + count(counts, "up") + " up, " + count(counts, "down") + " down, "
                + count(counts, "initialising") + " initialising, " + count(counts, "unmonitored") + " not monitored";
    }

    private static String count(Json counts, String name) {
        return counts.at(name).whole().map(n -> Long.toString(n)).orElse("?");
    }

    List<Row> matching(String filter) {
        return rows.stream().filter(r -> r.matches(filter)).toList();
    }
}
