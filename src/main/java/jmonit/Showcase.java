package jmonit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.catalog.Catalog;
import jmonit.format.ConfigurationJson;
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
import jmonit.history.History;
import jmonit.history.Series;
import jmonit.history.Sparks;
import jmonit.http.Viewer;
import jmonit.http.Views;
import jmonit.json.JsonWriter;
import jmonit.model.ControlFile;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.LogTarget;
import jmonit.model.Snapshot;
import jmonit.model.Snapshot.View;

/** What jmonit's own interface hands out, written by {@code format}. */
record Showcase(Catalog catalog, Instance instance, LogTail tail, Behind behind) implements Views {

    private static final Logger LOG = LoggerFactory.getLogger(Showcase.class);
    private static final int ROOM = 1 << 14;

    /** What is known beside the snapshot: the control file the daemon lives by, what was measured before, and how often what happened. */
    record Behind(ControlFile controlFile, History history, Supplier<Map<EventKind, Long>> counted) {
    }

    private static byte[] written(Consumer<JsonWriter> what) {
        var out = new JsonWriter(ROOM);
        what.accept(out);
        return out.bytes();
    }

    @Override
    public byte[] services(Snapshot snapshot, Filter filter, Viewer viewer) {
        var asker = new ServicesJson.Asker(viewer.user(), viewer.readOnly());
        return written(out -> new ServicesJson(catalog, instance).write(snapshot, selected(snapshot, filter), asker, out));
    }

    private static List<View> selected(Snapshot snapshot, Filter filter) {
        Selection named = filter.name().isEmpty() ? Selection.all(snapshot) : Selection.named(snapshot, filter.name());
        Predicate<View> wanted = v -> (filter.type().isEmpty() || v.service().type().equals(filter.type()))
                && (filter.group().isEmpty() || v.service().care().groups().stream().anyMatch(filter.group()::equalsIgnoreCase))
                && (filter.state().isEmpty() || Health.of(v).word().equals(filter.state()));
        return named.views().stream().filter(wanted).toList();
    }

    @Override
    public byte[] change(Snapshot snapshot, List<View> changed) {
        return written(out -> new ServicesJson(catalog, instance).change(snapshot, changed, out));
    }

    @Override
    public byte[] service(Snapshot snapshot, String name) {
        View view = snapshot.services().stream().filter(v -> v.service().name().equals(name)).findFirst().orElseThrow();
        return written(out -> new ServiceJson(catalog, instance).write(snapshot, view, out));
    }

    @Override
    public byte[] events(Snapshot snapshot, Wanted wanted) {
        var these = new EventsJson.Wanted(wanted.service(), wanted.group(), wanted.kinds(), wanted.sides(), wanted.before(), wanted.limit());
        return written(out -> EventsJson.write(snapshot, these, out));
    }

    @Override
    public byte[] event(Event event) {
        return written(out -> EventsJson.event(event, out));
    }

    @Override
    public byte[] history(Snapshot snapshot, String service, List<String> ids, Range range) {
        List<Series> all = past(() -> behind.history().all(service, far(range)), List.of());
        var curves = all.stream().filter(s -> ids.isEmpty() || ids.contains(s.id()))
                .map(s -> new Curve(s.id(), s.label(), s.unit(), s.average(), s.low(), s.high())).toList();
        Instant from = all.isEmpty() ? snapshot.at().minus(far(range).step().multipliedBy(far(range).points())) : all.getFirst().from();
        return written(out -> HistoryJson.write(new Chart(from, far(range).step(), curves), out));
    }

    private static jmonit.history.Range far(Range range) {
        return switch (range) {
            case HOUR -> jmonit.history.Range.HOUR;
            case DAY -> jmonit.history.Range.DAY;
        };
    }

    @Override
    public byte[] sparks(Snapshot snapshot) {
        var wanted = new HashMap<String, List<String>>();
        snapshot.services().forEach(v -> wanted.put(v.service().name(), Figures.key(v.service())));
        Sparks sparks = past(() -> behind.history().sparks(wanted), Sparks.none(snapshot.at()));
        return written(out -> HistoryJson.write(new HistoryJson.Sparks(sparks.from(), sparks.step(), sparks.services()), out));
    }

    private interface Question<T> {
        T ask() throws IOException;
    }

    /** Without its past a page is of more use than none. */
    private static <T> T past(Question<T> question, T nothing) {
        try {
            return question.ask();
        } catch (IOException e) {
            LOG.warn("What was measured before cannot be shown -- {}", e.getMessage());
            return nothing;
        }
    }

    @Override
    public Optional<byte[]> log(Snapshot snapshot, String position, int lines) {
        return snapshot.settings().files().log() instanceof LogTarget.ToFile(String path) ? Optional.of(log(path, position, lines))
                : Optional.empty();
    }

    private byte[] log(String path, String position, int lines) {
        LogTail.Piece piece = piece(path, position, lines);
        return written(out -> LogJson.write(piece.position(), piece.lines(), piece.reset(), out));
    }

    private LogTail.Piece piece(String path, String position, int lines) {
        try {
            return tail.after(path, position, lines);
        } catch (IOException e) {
            return new LogTail.Piece("", List.of("The log cannot be read: " + e.getMessage()), true);
        }
    }

    @Override
    public byte[] configuration() {
        var files = new LinkedHashSet<String>(List.of(instance.place().controlFile()));
        behind.controlFile().services().stream().map(v -> v.origin().file()).filter(f -> !f.isEmpty()).forEach(files::add);
        return written(out -> ConfigurationJson.write(behind.controlFile(), List.copyOf(files), catalog, out));
    }

    @Override
    public byte[] metrics(Snapshot snapshot, boolean open) {
        return new MetricsText(instance, OwnVitals.now(behind.counted().get())).text(snapshot, open).getBytes(StandardCharsets.UTF_8);
    }
}
