package jmonit.http;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jmonit.engine.Request.Wish;
import jmonit.json.Json;
import jmonit.model.Snapshot;

/** What a program wants done, to services and to the daemon. */
final class ApiOrders {

    private static final long LONGEST_WAIT = 300;
    private static final int MOST = 4096;

    private final Panel panel;

    ApiOrders(Panel panel) {
        this.panel = panel;
    }

    Response actions(Json body) throws Refusal, InterruptedException {
        Wish wish = wish(body);
        Duration wait = wait(body);
        List<String> services = services(body, panel.show());
        return Results.of(services, services.isEmpty() ? List.of() : panel.ask(wish, services)).response(wait);
    }

    private static Wish wish(Json body) throws Refusal {
        String word = body.at("action").text().orElse("");
        return Stream.of(Wish.values()).filter(w -> w.word().equals(word)).findFirst()
                .orElseThrow(() -> Refusal.bad("\"action\" is none that services know", "one of start, stop, restart, monitor, unmonitor"));
    }

    private static Duration wait(Json body) throws Refusal {
        Json wait = body.at("wait");
        double seconds = wait instanceof Json.Nothing ? 0 : wait.number().orElse(-1.0);
        if (seconds < 0 || seconds > LONGEST_WAIT) {
            throw Refusal.bad("\"wait\" is not a number from 0 to " + LONGEST_WAIT, "how many seconds the answer may wait for the end; 0 for not at all");
        }
        return Duration.ofMillis((long) (seconds * 1000));
    }

    /** Named one by one, by their group, or all: one of these ways. */
    static List<String> services(Json body, Snapshot snapshot) throws Refusal {
        boolean named = !(body.at("services") instanceof Json.Nothing);
        boolean grouped = !(body.at("group") instanceof Json.Nothing);
        boolean all = body.at("all").flag().orElse(false);
        if (Stream.of(named, grouped, all).filter(way -> way).count() != 1) {
            throw Refusal.bad("It is not said which services", "either \"services\": [\"name\"], or \"group\": \"name\", or \"all\": true");
        }
        if (named) {
            return named(body.at("services"), snapshot);
        }
        return grouped ? group(body.at("group"), snapshot) : snapshot.services().stream().map(v -> v.service().name()).toList();
    }

    private static List<String> named(Json names, Snapshot snapshot) throws Refusal {
        if (names.items().isEmpty() || names.items().size() > MOST) {
            throw Refusal.bad("\"services\" is not a list of names", "for instance [\"web\", \"db\"]; at most " + MOST);
        }
        Set<String> found = new LinkedHashSet<>();
        for (Json name : names.items()) {
            found.add(Api.named(snapshot, name.text().orElseThrow(() -> Refusal.bad("A name in \"services\" is not a text", "for instance \"web\""))));
        }
        return List.copyOf(found);
    }

    private static List<String> group(Json group, Snapshot snapshot) throws Refusal {
        String name = group.text().orElseThrow(() -> Refusal.bad("\"group\" is not a text", "the name of one group"));
        List<String> members = snapshot.services().stream().map(Snapshot.View::service)
                .filter(s -> s.care().groups().stream().anyMatch(name::equalsIgnoreCase)).map(s -> s.name()).toList();
        if (members.isEmpty()) {
            throw Refusal.unknown("group", name);
        }
        return members;
    }

    Response daemon(Json body) throws Refusal {
        Duration wait = wait(body);
        Optional<Panel.Verb> verb = switch (body.at("action").text().orElse("")) {
            case "validate" -> Optional.of(Panel.Verb.VALIDATE);
            case "reload" -> Optional.of(Panel.Verb.RELOAD);
            case "quit" -> Optional.of(Panel.Verb.QUIT);
            default -> Optional.empty();
        };
        Panel.Verb wanted = verb.orElseThrow(() -> Refusal.bad("\"action\" is none that the daemon knows", "one of validate, reload, quit"));
        CompletableFuture<String> reply = panel.order(wanted);
        return Results.of(reply).response(wait);
    }
}
