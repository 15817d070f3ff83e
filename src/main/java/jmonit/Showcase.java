package jmonit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import jmonit.catalog.Catalog;
import jmonit.config.Meaning;
import jmonit.config.Secrets;
import jmonit.format.EventsJson;
import jmonit.format.Health;
import jmonit.format.Instance;
import jmonit.format.Selection;
import jmonit.format.ServiceJson;
import jmonit.format.ServicesJson;
import jmonit.http.Viewer;
import jmonit.http.Views;
import jmonit.json.JsonWriter;
import jmonit.model.ControlFile;
import jmonit.model.Event;
import jmonit.model.LogTarget;
import jmonit.model.Snapshot;
import jmonit.model.Snapshot.View;

/** What jmonit's own interface hands out, written by {@code format}. */
record Showcase(Catalog catalog, Instance instance, LogTail tail, InForce inForce) implements Views {

    private static final int ROOM = 1 << 14;

    /** The control file the daemon lives by. */
    record InForce(ControlFile controlFile, Meaning meaning) {

        String text() {
            var out = new StringBuilder();
            try {
                meaning.print(controlFile, out);
            } catch (IOException e) {
                throw new UncheckedIOException("a text can always be appended to", e);
            }
            return Secrets.hidden(controlFile, out.toString());
        }
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
        return written(out -> out.object().name("from").nothing().field("step", 1).name("series").array().end().end());
    }

    @Override
    public byte[] sparks(Snapshot snapshot) {
        return written(out -> out.object().name("from").nothing().field("step", 60).name("services").object().end().end());
    }

    @Override
    public Optional<byte[]> log(Snapshot snapshot, String position, int lines) {
        return snapshot.settings().files().log() instanceof LogTarget.ToFile(String path) ? Optional.of(log(path, position, lines))
                : Optional.empty();
    }

    private byte[] log(String path, String position, int lines) {
        LogTail.Piece piece = piece(path, position, lines);
        return written(out -> {
            out.object().field("position", piece.position()).name("lines").array();
            piece.lines().forEach(out::value);
            out.end().field("reset", piece.reset()).end();
        });
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
        inForce.controlFile().services().forEach(s -> files.add(s.origin().file()));
        return written(out -> {
            out.object().name("files").array();
            files.stream().filter(f -> !f.isEmpty()).forEach(out::value);
            out.end().field("text", inForce.text()).end();
        });
    }

    @Override
    public byte[] metrics(Snapshot snapshot, boolean open) {
        return new byte[0];
    }
}
