package jmonit.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jmonit.catalog.Catalog;
import jmonit.json.JsonWriter;
import jmonit.model.Snapshot;
import jmonit.model.Snapshot.View;

/** All services, for programs. */
public final class ServicesJson {

    static final List<String> COUNTS = List.of("up", "down", "initialising", "unmonitored");
    private static final double MILLIS = 1000.0;

    private final Catalog catalog;
    private final Instance instance;

    /** For whom the document is; an empty name where nobody had to log in. */
    public record Asker(String user, boolean readOnly) {
    }

    public ServicesJson(Catalog catalog, Instance instance) {
        this.catalog = catalog;
        this.instance = instance;
    }

    public void write(Snapshot snapshot, List<View> selected, Asker asker, JsonWriter out) {
        out.object().field("at", snapshot.at());
        daemon(snapshot, asker, out);
        counts(snapshot, out);
        Nodes.texts("groups", groups(snapshot), out);
        services(snapshot, selected, out);
        out.end();
    }

    /** What is sent to those who have all of it already. */
    public void change(Snapshot snapshot, List<View> changed, JsonWriter out) {
        out.object().field("at", snapshot.at());
        counts(snapshot, out);
        services(snapshot, changed, out);
        out.end();
    }

    private void daemon(Snapshot snapshot, Asker asker, JsonWriter out) {
        var incarnation = instance.incarnation();
        out.name("daemon").object().field("program", instance.program().name()).field("version", instance.program().version())
                .field("host", instance.place().host()).field("id", incarnation.id()).field("started", incarnation.started())
                .field("began", incarnation.began())
                .field("uptime", incarnation.age(snapshot.at()).toMillis() / MILLIS).field("controlFile", instance.place().controlFile())
                .field("poll", snapshot.settings().poll().seconds()).field("readOnly", asker.readOnly()).name("user");
        if (asker.user().isEmpty()) {
            out.nothing();
        } else {
            out.value(asker.user());
        }
        out.end();
    }

    /** Of all services, whichever were asked for. */
    private static void counts(Snapshot snapshot, JsonWriter out) {
        var counts = ReportText.numbers(snapshot);
        out.name("counts").object().field("total", snapshot.services().size());
        COUNTS.forEach(word -> out.field(word, counts.getOrDefault(word, 0L)));
        out.end();
    }

    /** In the order they are first named, whatever their case. */
    private static List<String> groups(Snapshot snapshot) {
        Map<String, String> groups = new LinkedHashMap<>();
        snapshot.services().forEach(v -> v.service().care().groups().forEach(g -> groups.putIfAbsent(g.toLowerCase(Locale.ROOT), g)));
        return List.copyOf(groups.values());
    }

    private void services(Snapshot snapshot, List<View> views, JsonWriter out) {
        var fields = new ServiceFields(catalog, instance, snapshot);
        out.name("services").array();
        for (View view : views) {
            out.object();
            fields.write(view, Figures.few(view), out);
            out.end();
        }
        out.end();
    }
}
