package jmonit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jmonit.catalog.Catalog;
import jmonit.format.ConfigurationJson;
import jmonit.format.Discretion;
import jmonit.format.EventsJson;
import jmonit.format.Figures;
import jmonit.format.Health;
import jmonit.format.HistoryJson;
import jmonit.format.HistoryJson.Chart;
import jmonit.format.HistoryJson.Curve;
import jmonit.format.Instance;
import jmonit.format.LogJson;
import jmonit.format.MetricsText;
import jmonit.format.Selection;
import jmonit.format.ServiceJson;
import jmonit.format.ServicesJson;
import jmonit.format.SilencesJson;
import jmonit.http.Viewer;
import jmonit.http.Views;
import jmonit.json.JsonWriter;
import jmonit.model.ControlFile;
import jmonit.model.Event;
import jmonit.model.Silence;
import jmonit.model.Snapshot;
import jmonit.model.Snapshot.View;

/** What the web server hands out to programs, written by {@code format}. */
record JsonPapers(Catalog catalog, Instance instance, Sources sources) implements Views {

    private static final int SMALL = 4096;
    private static final int A_SERVICE = 4096;

    /** Where the rest of it comes from: {@code files} are those the control file was read from. */
    record Sources(ControlFile controlFile, List<String> files, LogPages log, Past past, OwnMeter meter) {

        Sources {
            files = List.copyOf(files);
        }
    }

    @Override
    public Views forReaders() {
        return new ReaderPapers(this, new Discretion(sources.controlFile().services()));
    }

    @Override
    public byte[] services(Snapshot snapshot, Filter filter, Viewer viewer) {
        List<View> selected = selected(snapshot, filter);
        var out = new JsonWriter(SMALL + A_SERVICE * selected.size());
        new ServicesJson(catalog, instance).write(snapshot, selected, new ServicesJson.Asker(viewer.user(), viewer.readOnly()), out);
        return out.bytes();
    }

    private static List<View> selected(Snapshot snapshot, Filter filter) {
        Selection named = filter.name().isEmpty() ? Selection.all(snapshot) : Selection.named(snapshot, filter.name());
        return named.views().stream()
                .filter(v -> filter.group().isEmpty() || v.service().care().groups().stream().anyMatch(filter.group()::equalsIgnoreCase))
                .filter(v -> filter.type().isEmpty() || v.service().type().equalsIgnoreCase(filter.type()))
                .filter(v -> filter.state().isEmpty() || Health.of(v).word().equals(filter.state())).toList();
    }

    @Override
    public byte[] change(Snapshot snapshot, List<View> changed) {
        var out = new JsonWriter(SMALL + A_SERVICE * changed.size());
        new ServicesJson(catalog, instance).change(snapshot, changed, out);
        return out.bytes();
    }

    @Override
    public byte[] service(Snapshot snapshot, String name) {
        var out = new JsonWriter(A_SERVICE);
        new ServiceJson(catalog, instance).write(snapshot, view(snapshot, name), out);
        return out.bytes();
    }

    private static View view(Snapshot snapshot, String name) {
        return snapshot.services().stream().filter(v -> v.service().name().equals(name)).findFirst().orElseThrow();
    }

    @Override
    public byte[] events(Snapshot snapshot, Wanted wanted) {
        var out = new JsonWriter(SMALL);
        EventsJson.write(snapshot, new EventsJson.Wanted(wanted.service(), wanted.group(), wanted.kinds(), wanted.sides(), wanted.before(),
                wanted.limit()), out);
        return out.bytes();
    }

    @Override
    public byte[] event(Event event) {
        var out = new JsonWriter(SMALL);
        EventsJson.event(event, out);
        return out.bytes();
    }

    @Override
    public byte[] history(Snapshot snapshot, String service, List<String> ids, Range range) {
        var out = new JsonWriter(SMALL);
        Map<String, String> labels = new LinkedHashMap<>();
        Figures.of(view(snapshot, service)).forEach(f -> labels.put(f.id(), f.label()));
        Chart chart = sources.past().chart(service, ids, range);
        List<Curve> curves = chart.curves().stream().map(c -> labelled(c, labels.getOrDefault(c.id(), c.label()))).toList();
        HistoryJson.write(new Chart(chart.from(), chart.step(), curves), out);
        return out.bytes();
    }

    /** As the readings of now are called, where there are any. */
    private static Curve labelled(Curve curve, String label) {
        return new Curve(curve.id(), label, curve.unit(), curve.average(), curve.low(), curve.high());
    }

    @Override
    public byte[] sparks(Snapshot snapshot) {
        var out = new JsonWriter(SMALL);
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        snapshot.services().forEach(v -> wanted.put(v.service().name(), Figures.key(v.service())));
        HistoryJson.write(sources.past().sparks(wanted), out);
        return out.bytes();
    }

    @Override
    public byte[] silences(Snapshot snapshot) {
        var out = new JsonWriter(SMALL);
        SilencesJson.write(snapshot, instance.place().zone(), out);
        return out.bytes();
    }

    @Override
    public byte[] silence(Silence silence) {
        var out = new JsonWriter(SMALL);
        SilencesJson.silence(silence, out);
        return out.bytes();
    }

    @Override
    public Optional<byte[]> log(Snapshot snapshot, String position, int lines) {
        return sources.log().page(snapshot.settings().files().log(), position, lines).map(page -> {
            var out = new JsonWriter(SMALL);
            LogJson.write(page.position(), page.lines(), page.reset(), out);
            return out.bytes();
        });
    }

    @Override
    public byte[] configuration() {
        var out = new JsonWriter(SMALL);
        ConfigurationJson.write(sources.controlFile(), sources.files(), catalog, out);
        return out.bytes();
    }

    @Override
    public byte[] metrics(Snapshot snapshot, boolean open) {
        return new MetricsText(instance, sources.meter().figures()).text(snapshot, open).getBytes(StandardCharsets.UTF_8);
    }
}
