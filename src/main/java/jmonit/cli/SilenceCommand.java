package jmonit.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

import jmonit.cli.link.Answer;
import jmonit.cli.link.Patience;
import jmonit.json.Json;
import jmonit.json.JsonWriter;

/** {@code silence}, {@code silences} and {@code unsilence}: of what nobody is told for a while. */
final class SilenceCommand {

    static final String USAGE = "jmonit silence all|NAME|PATTERN 2h [REASON]";
    private static final String UNTIL = "until";
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Desk desk;
    private final Invocation invocation;
    private final Clock clock;

    SilenceCommand(Desk desk, Invocation invocation, Clock clock) {
        this.desk = desk;
        this.invocation = invocation;
        this.clock = clock;
    }

    int silence() throws IOException {
        Meant meant = Meant.of(invocation, USAGE);
        boolean until = !meant.rest().isEmpty() && meant.rest().getFirst().equalsIgnoreCase(UNTIL);
        Duration length = length(meant, until);
        try (Peer peer = open()) {
            var order = new JsonWriter(256).object();
            meant.write(peer, order);
            order.field("seconds", length.toSeconds()).field("by", Self.of(desk)).field("reason", meant.reason(until ? 2 : 1)).end();
            Json made = peer.read(peer.post("/silences", order.toString(), Patience.USUAL));
            desk.terminal().out().println("Silence " + line(made));
            return 0;
        }
    }

    private Duration length(Meant meant, boolean until) throws Refused {
        String word = meant.rest().size() <= (until ? 1 : 0) ? "" : meant.rest().get(until ? 1 : 0);
        var length = until ? Span.until(word, clock.instant().atZone(clock.getZone())) : Span.of(word);
        return sensible(word, length.orElseThrow(() -> new Refused((word.isEmpty() ? "Please say how long" : "\"" + word + "\" is no time")
                + ": 90s, 30m, 2h, 1d12h or until 18:00, as in " + USAGE)));
    }

    /** The daemon would refuse it in words for programs. */
    private static Duration sensible(String word, Duration length) throws Refused {
        if (length.isZero() || length.compareTo(LONGEST) > 0) {
            throw new Refused("\"" + word + "\" is too " + (length.isZero() ? "short" : "long") + ": a silence lasts from a second to "
                    + LONGEST.toDays() + " days");
        }
        return length;
    }

    private Peer open() throws IOException {
        Peer peer = new Doors(desk, invocation).open();
        peer.demandJmonit(invocation.word());
        return peer;
    }

    int list() throws IOException {
        try (Peer peer = open()) {
            Answer answer = peer.get("/silences", List.of());
            if (invocation.asking().json()) {
                new JsonPrinter(desk.terminal()).print(answer, peer);
                return 0;
            }
            Json all = peer.read(answer);
            all.at("silences").items().forEach(s -> desk.terminal().out().println(line(s)));
            all.at("maintenance").items().forEach(m -> desk.terminal().out().println(planned(m)));
            all.at("acknowledged").items().forEach(a -> desk.terminal().out().println(acknowledged(a)));
            if (List.of("silences", "maintenance", "acknowledged").stream().allMatch(n -> all.at(n).items().isEmpty())) {
                desk.terminal().out().println("Nothing is silenced");
            }
            return 0;
        }
    }

    private String line(Json silence) {
        return Peer.plain(silence.at("id").whole().orElse(0L) + "  " + scope(silence) + "  until " + time(silence) + remark(silence));
    }

    private String planned(Json maintenance) {
        String now = maintenance.at("now").flag().orElse(false) ? "  now, until " + time(maintenance) : "";
        String mode = text(maintenance, "mode").equals("passive") ? "  mode passive" : "";
        return Peer.plain("maintenance " + text(maintenance, "hours") + "  " + scope(maintenance) + mode + now + remark(maintenance));
    }

    private String acknowledged(Json one) {
        return Peer.plain("acknowledged " + text(one, "service") + "  " + time(one, "at") + remark(one));
    }

    private static String scope(Json silence) {
        if (silence.at("all").flag().orElse(false)) {
            return "all";
        }
        String group = text(silence, "group");
        return group.isEmpty() ? String.join(", ", names(silence)) : "group " + group;
    }

    private static List<String> names(Json silence) {
        return silence.at("services").items().stream().flatMap(n -> n.text().stream()).toList();
    }

    private static String remark(Json silence) {
        String by = text(silence, "by");
        String reason = text(silence, "reason");
        return (by.isEmpty() ? "" : "  by " + by) + (reason.isEmpty() ? "" : "  " + reason);
    }

    private String time(Json silence) {
        return time(silence, UNTIL);
    }

    private String time(Json silence, String name) {
        String until = text(silence, name);
        try {
            return TIME.format(Instant.parse(until).atZone(clock.getZone()));
        } catch (DateTimeParseException e) {
            // Better told as it came than not at all.
            return until;
        }
    }

    private static String text(Json silence, String name) {
        return silence.at(name).text().orElse("");
    }

    /** By its number, by the very words it was asked for with, or all. */
    int end() throws IOException {
        if (invocation.words().size() < 2 && invocation.group().isEmpty()) {
            throw new Refused("Please say which silence: jmonit unsilence all|NUMBER|NAME");
        }
        try (Peer peer = open()) {
            List<Json> ending = peer.read(peer.get("/silences", List.of())).at("silences").items().stream().filter(this::meant).toList();
            if (ending.isEmpty()) {
                throw new Refused("There is no such silence; jmonit silences lists them");
            }
            for (Json silence : ending) {
                peer.delete("/silences/" + silence.at("id").whole().orElse(0L));
                desk.terminal().out().println("Ended: " + line(silence));
            }
            return 0;
        }
    }

    private boolean meant(Json silence) {
        String word = invocation.argument();
        if (!invocation.group().isEmpty()) {
            return text(silence, "group").equalsIgnoreCase(invocation.group());
        }
        return word.equalsIgnoreCase("all") || word.equals(String.valueOf(silence.at("id").whole().orElse(0L)))
                || !names(silence).isEmpty() && names(silence).stream().allMatch(word::equalsIgnoreCase);
    }
}
