package jmonit.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jmonit.cli.Daemon.Purpose.Act;
import jmonit.cli.link.Field;
import jmonit.cli.link.Patience;
import jmonit.json.Json;
import jmonit.json.JsonWriter;
import jmonit.model.Service;

/**
 * {@code start}, {@code stop}, {@code restart}, {@code monitor} and {@code unmonitor}. jmonit tells how it ended; Monit, and jmonit
 * under its name, only that it will be done.
 */
final class Actions {

    /** The longest that a daemon will let anybody wait. */
    static final Duration LONGEST = Duration.ofSeconds(300);

    private final Desk desk;
    private final Invocation invocation;
    private final String word;

    Actions(Desk desk, Invocation invocation) {
        this.desk = desk;
        this.invocation = invocation;
        this.word = invocation.word();
    }

    /** What is to be acted upon: all, a group, or a name that may be a pattern. */
    private enum Aim {
        ALL, GROUP, NAME
    }

    /** Does it without a daemon. */
    interface Alone {
        int act(Act act) throws IOException;
    }

    /** As with Monit, where no daemon runs what it would do is done here. */
    int run(Alone alone) throws IOException {
        if (invocation.words().size() < 2 && invocation.group().isEmpty()) {
            throw new Refused("Please specify a service name or 'all' after " + word);
        }
        if (!desk.asMonit()) {
            invocation.onlyOne();
        }
        try (Peer peer = new Doors(desk, invocation).open()) {
            return peer.jmonit() ? byJson(peer) : byForm(peer);
        } catch (Refused.NoDaemon e) {
            return alone.act(new Act(word, meant()));
        }
    }

    private List<String> meant() throws IOException {
        List<Service> services = desk.understood(desk.controlFile(invocation), invocation).services();
        List<String> names = services.stream().filter(s -> switch (aim()) {
            case ALL -> true;
            case GROUP -> s.care().groups().stream().anyMatch(invocation.group()::equalsIgnoreCase);
            case NAME -> s.name().equalsIgnoreCase(invocation.argument());
        }).map(Service::name).toList();
        if (names.isEmpty()) {
            throw nobody();
        }
        return names;
    }

    /** A group counts for more than a name, as with Monit. */
    private Aim aim() {
        if (!invocation.group().isEmpty()) {
            return Aim.GROUP;
        }
        return invocation.argument().equalsIgnoreCase("all") ? Aim.ALL : Aim.NAME;
    }

    private Refused nobody() {
        return new Refused(aim() == Aim.GROUP ? "Group '" + invocation.group() + "' not found"
                : "There is no service named \"" + invocation.argument() + "\"");
    }

    private int byForm(Peer peer) throws IOException {
        var fields = new ArrayList<Field>();
        fields.add(new Field("action", word));
        names(peer).forEach(n -> fields.add(new Field("service", n)));
        fields.add(new Field("format", "text"));
        peer.form("/_doaction", fields);
        return 0;
    }

    private List<String> names(Peer peer) throws IOException {
        if (aim() == Aim.NAME) {
            return List.of(invocation.argument());
        }
        List<String> names = invocation.asking().url().isEmpty() ? known() : new Roster(peer).names(invocation.group());
        if (names.isEmpty()) {
            throw nobody();
        }
        return names;
    }

    private List<String> known() throws IOException {
        List<Service> services = desk.understood(desk.controlFile(invocation), invocation).services();
        return services.stream().filter(s -> aim() == Aim.ALL || s.care().groups().stream().anyMatch(invocation.group()::equalsIgnoreCase))
                .map(Service::name).toList();
    }

    private int byJson(Peer peer) throws IOException {
        try {
            return ask(peer, List.of(invocation.argument()));
        } catch (Peer.Unknown e) {
            if (aim() != Aim.NAME || !pattern()) {
                throw nobody();
            }
            return ask(peer, matching(peer));
        }
    }

    /** Whether it may stand for other names than itself. */
    private boolean pattern() {
        return invocation.argument().chars().anyMatch(c -> "\\^$.[]|()?*+{}".indexOf(c) >= 0);
    }

    private List<String> matching(Peer peer) throws IOException {
        var answer = peer.get("/services", List.of(new Field("name", invocation.argument())));
        List<String> names = peer.read(answer).at("services").items().stream().flatMap(s -> s.at("name").text().stream()).toList();
        if (names.isEmpty()) {
            throw nobody();
        }
        return names;
    }

    private int ask(Peer peer, List<String> names) throws IOException {
        Duration wait = desk.asMonit() || !invocation.asking().patient() ? Duration.ZERO : LONGEST;
        try (var progress = new Progress(desk.terminal(), word + " goes on")) {
            var answer = peer.post("/actions", question(names, wait), Patience.of(wait, progress::step));
            progress.close();
            return told(peer.read(answer).at("results").items(), wait.isPositive());
        }
    }

    private String question(List<String> names, Duration wait) {
        var json = new JsonWriter(256).object().field("action", word);
        switch (aim()) {
            case ALL -> json.field("all", true);
            case GROUP -> json.field("group", invocation.group());
            case NAME -> {
                json.name("services").array();
                names.forEach(json::value);
                json.end();
            }
        }
        return json.field("wait", wait.toSeconds()).end().toString();
    }

    private int told(List<Json> results, boolean waited) {
        int code = 0;
        for (Json result : results) {
            String state = result.at("state").text().orElse("");
            if (state.equals("failed") || waited && state.equals("pending")) {
                code = 1;
                desk.terminal().err().println("jmonit: " + words(result, state));
            }
        }
        return code;
    }

    private String words(Json result, String state) {
        String reason = result.at("reason").text().filter(r -> !r.isEmpty()).map(r -> ": " + r).orElse("");
        String end = state.equals("failed") ? " failed" : " still goes on after " + LONGEST.toSeconds() + " seconds";
        return Peer.plain(word + " of " + result.at("service").text().orElse("?") + end + reason);
    }
}
