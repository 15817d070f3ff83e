package jmonit.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jmonit.cli.link.Answer;
import jmonit.cli.link.Field;
import jmonit.json.Json;

/** {@code events}: what the daemon has seen, the newest last, as in a log. */
final class EventsCommand {

    private static final int USUAL = 20;
    private static final int MOST = 500;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Desk desk;
    private final Invocation invocation;
    private final ZoneId zone;

    EventsCommand(Desk desk, Invocation invocation, ZoneId zone) {
        this.desk = desk;
        this.invocation = invocation;
        this.zone = zone;
    }

    int run() throws IOException {
        try (Peer peer = new Doors(desk, invocation).open()) {
            peer.demandJmonit("events");
            Answer answer = peer.get("/events", query());
            if (!invocation.argument().isEmpty() && peer.read(answer).at("events").items().isEmpty()) {
                // Nothing has happened to it, or it is not there: then this is refused.
                peer.get("/services/" + Field.encoded(invocation.argument()), List.of());
            }
            if (invocation.asking().json()) {
                new JsonPrinter(desk.terminal()).print(answer, peer);
            } else {
                peer.read(answer).at("events").items().reversed().forEach(e -> desk.terminal().out().println(line(e)));
            }
        }
        return 0;
    }

    private List<Field> query() {
        var query = new ArrayList<Field>();
        if (!invocation.argument().isEmpty()) {
            query.add(new Field("service", invocation.argument()));
        }
        if (!invocation.group().isEmpty()) {
            query.add(new Field("group", invocation.group()));
        }
        int lines = invocation.asking().lines();
        query.add(new Field("limit", Integer.toString(lines == 0 ? USUAL : Math.min(lines, MOST))));
        return query;
    }

    private String line(Json event) {
        String action = event.at("action").text().filter(a -> !a.isEmpty() && !a.equals("alert")).map(a -> " -> " + a).orElse("");
        String quiet = event.at("quiet").text().filter(q -> !q.isEmpty()).map(q -> "  (" + q + ")").orElse("");
        return Peer.plain("%s  %-20s %-10s %-12s %s%s%s".formatted(time(event), text(event, "service"), text(event, "side"),
                text(event, "kind"), text(event, "because").strip().replaceAll("\\s*\\R\\s*", " | "), action, quiet));
    }

    private String time(Json event) {
        String at = text(event, "at");
        try {
            return TIME.format(Instant.parse(at).atZone(zone));
        } catch (DateTimeParseException e) {
            // Better told as it came than not at all.
            return at;
        }
    }

    private static String text(Json event, String name) {
        return event.at(name).text().orElse("");
    }
}
