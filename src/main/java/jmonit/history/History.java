package jmonit.history;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jmonit.model.Snapshot;
import jmonit.os.Archives;

/** What was measured for an hour and for a day. One thread records and closes; any may ask. */
public final class History implements AutoCloseable {

    private final Depot depot;
    private final Reader reader;
    private final Labels labels;
    private final Trouble trouble = new Trouble("The history is not kept", "The history is kept again");
    /** Empty until what is on disk could be read. */
    private volatile List<Recorder> recorder = List.of();

    public History(Archives archives, String path, Labels labels) {
        this.depot = new Depot(requireNonNull(archives, "archives"), requireNonNull(path, "path"));
        this.reader = new Reader(archives, path);
        this.labels = requireNonNull(labels, "labels");
    }

    /** Makes the file, empty, where there is none. What cannot be made is told when it cannot be written. */
    public void prepare() {
        guarded(() -> {
            depot.prepare();
            return false;
        });
    }

    /** To be called every ten seconds. Never fails: a step that cannot be written is a gap, and the log tells when that begins and ends. */
    public void record(Snapshot snapshot) {
        guarded(() -> {
            if (recorder.isEmpty()) {
                recorder = List.of(Recorder.begun(depot, labels, Range.HOUR.stepOf(snapshot.at())));
            }
            return recorder.getFirst().record(snapshot);
        });
    }

    /** Writes what there is of the last step. */
    @Override
    public void close() {
        guarded(() -> {
            for (Recorder one : recorder) {
                one.end();
            }
            return false;
        });
    }

    /** Tells whether it has proved that all is well. */
    private interface Attempt {
        boolean succeeds() throws IOException;
    }

    private void guarded(Attempt attempt) {
        try {
            if (attempt.succeeds()) {
                trouble.over();
            }
        } catch (IOException e) {
            trouble.met(e);
        } catch (RuntimeException e) {
            trouble.fault(e);
        }
    }

    /** Empty for what is not kept. An exception where the file cannot be read. */
    public Optional<Series> series(String service, String id, Range range) throws IOException {
        var kept = shelf(service).flatMap(shelf -> shelf.find(id));
        return kept.isEmpty() ? Optional.empty() : Optional.of(curves(List.of(kept.get()), range).getFirst());
    }

    /** All series of a service. */
    public List<Series> all(String service, Range range) throws IOException {
        var shelf = shelf(service);
        return shelf.isEmpty() ? List.of() : curves(shelf.get().kept(), range);
    }

    private Optional<Shelf> shelf(String service) {
        return recorder.stream().findFirst().flatMap(r -> r.shelf(service));
    }

    private List<Series> curves(List<Kept> kept, Range range) throws IOException {
        long end = range.stepAround(now());
        var curves = kept.stream().map(k -> Wanted.Curve.of(k, range.points())).toList();
        reader.read(depot.layout().born(), range, end, curves);
        Instant from = range.begin(end - range.points());
        return curves.stream().map(c -> c.from(from, range.step())).toList();
    }

    private long now() {
        return recorder.getFirst().now();
    }

    /** Of each service the ids that are wanted; those that are not kept are left out. */
    public Sparks sparks(Map<String, List<String>> wanted) throws IOException {
        if (recorder.isEmpty()) {
            return new Sparks(Instant.EPOCH, Sparks.STEP, Map.of());
        }
        long end = now();
        long parts = Sparks.STEP.dividedBy(Range.HOUR.step());
        long first = Math.floorDiv(end - 1, parts) - Sparks.POINTS + 1;
        int ahead = (int) (end - Range.HOUR.points() - first * parts);
        var sparks = new HashMap<String, List<Wanted.Spark>>();
        wanted.forEach((service, ids) -> sparks.put(service, ids.stream()
                .flatMap(id -> shelf(service).flatMap(s -> s.find(id)).stream()).map(k -> new Wanted.Spark(k, ahead)).toList()));
        reader.read(depot.layout().born(), Range.HOUR, end, sparks.values().stream().flatMap(List::stream).toList());
        return new Sparks(Range.HOUR.begin(first * parts), Sparks.STEP, averages(sparks));
    }

    private static Map<String, Map<String, double[]>> averages(Map<String, List<Wanted.Spark>> sparks) {
        var services = new HashMap<String, Map<String, double[]>>();
        sparks.forEach((service, all) -> {
            var byId = new HashMap<String, double[]>();
            all.forEach(s -> byId.put(s.kept().kind().id(), s.averages()));
            services.put(service, byId);
        });
        return services;
    }
}
