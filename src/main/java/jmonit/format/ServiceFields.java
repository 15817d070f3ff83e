package jmonit.format;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jmonit.catalog.Catalog;
import jmonit.json.JsonWriter;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Mode;
import jmonit.model.Schedule;
import jmonit.model.Service;
import jmonit.model.Snapshot;
import jmonit.model.Snapshot.Failure;
import jmonit.model.Snapshot.View;

/** What an overview tells of each service of one snapshot. */
final class ServiceFields {

    private static final double MILLIS = 1000.0;

    private final Catalog catalog;
    private final RuleWords words;
    private final Instance instance;
    private final Snapshot snapshot;
    private final Map<String, List<String>> dependents = new HashMap<>();
    private final Map<String, Event> lastEvents = new HashMap<>();

    ServiceFields(Catalog catalog, Instance instance, Snapshot snapshot) {
        this.catalog = catalog;
        this.words = new RuleWords(catalog);
        this.instance = instance;
        this.snapshot = snapshot;
        for (View view : snapshot.services()) {
            for (Service.Dependency need : view.service().care().dependsOn()) {
                dependents.computeIfAbsent(need.name(), _ -> new ArrayList<>()).add(view.service().name());
            }
        }
        for (Event event : snapshot.events()) {
            lastEvents.put(event.service(), event);
        }
    }

    /** Into an object that has begun and goes on; {@code figures} are the readings it shows. */
    void write(View view, List<Figure> figures, JsonWriter out) {
        var state = new State(view);
        identity(view.service(), out);
        out.field("state", Health.of(state).word()).field("status", state.line()).field("monitored", state.monitored());
        care(view.service(), out);
        looks(view, out);
        Nodes.moment("since", since(state), out);
        out.field("gaveUp", gaveUp(state));
        out.name("failures").array();
        if (state.looked()) {
            view.failures().forEach(f -> failure(view.service(), f, out));
        }
        out.end();
        Nodes.calm(view.calm(), out);
        readings(figures, out);
        Nodes.texts("key", Figures.key(view.service()), out);
    }

    private void identity(Service service, JsonWriter out) {
        out.field("name", service.name()).field("type", service.type())
                .field("title", catalog.serviceType(service.type()).map(t -> t.title()).orElse(service.type()));
        Nodes.texts("groups", service.care().groups(), out);
    }

    private void care(Service service, JsonWriter out) {
        var care = service.care();
        out.field("mode", care.mode() == Mode.PASSIVE ? "passive" : "active")
                .field("onReboot", care.onReboot().name().toLowerCase(Locale.ROOT)).field("every", every(care.schedule()));
        out.name("depends").array();
        care.dependsOn().forEach(d -> out.value(d.name()));
        out.end();
        Nodes.texts("dependents", dependents.getOrDefault(service.name(), List.of()), out);
    }

    private static String every(Schedule schedule) {
        return switch (schedule) {
            case Schedule.EveryCycle _ -> "";
            case Schedule.EveryNth(long cycles) -> cycles + " cycles";
            case Schedule.Interval(Duration length) -> LimitWords.time(length);
            case Schedule.Cron(String fields, boolean negated) -> (negated ? "not " : "") + "\"" + fields + "\"";
        };
    }

    private void looks(View view, JsonWriter out) {
        if (view.seen().isEmpty()) {
            out.name("checked").nothing().name("age").nothing();
        } else {
            out.field("checked", view.at()).field("age", Math.max(0, Duration.between(view.at(), snapshot.at()).toMillis()) / MILLIS);
        }
        var work = view.work();
        out.field("doing", work.doing()).field("looking", work.looking()).field("late", view.late()).field("missed", work.missed());
    }

    /** The oldest of its failures; of a service without any the last thing that happened to it. */
    private Instant since(State state) {
        if (Health.of(state) != Health.FAILING) {
            return last(state.view().service()).map(Event::at).orElse(Instant.EPOCH);
        }
        return state.view().failures().stream().map(Failure::since).min(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    private Optional<Event> last(Service service) {
        return Optional.ofNullable(lastEvents.get(service.name()));
    }

    /** Why a rule has ended its monitoring, if that is why nobody watches it: it is not well just because nothing is told of it any more. */
    private String gaveUp(State state) {
        return last(state.view().service()).filter(e -> !state.monitored() && e.kind() != EventKind.ACTION && e.action().equals("unmonitor"))
                .map(Event::because).orElse("");
    }

    private void failure(Service service, Failure failure, JsonWriter out) {
        out.object().field("kind", failure.kind().keyword()).field("side", Nodes.side(failure.side())).field("because", failure.because());
        Nodes.moment("since", failure.since(), out);
        out.field("rule", failure.rule().stream().map(r -> words.of(service, r)).findFirst().orElse(""))
                .field("file", failure.origin().file()).field("line", failure.origin().line()).end();
    }

    private void readings(List<Figure> figures, JsonWriter out) {
        out.name("readings").array();
        figures.forEach(f -> Nodes.reading(f, instance.place().zone(), out));
        out.end();
    }
}
