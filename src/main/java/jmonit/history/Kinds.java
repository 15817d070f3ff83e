package jmonit.history;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jmonit.history.Responses.Response;
import jmonit.model.Answer;
import jmonit.model.Phase;
import jmonit.model.Reading;
import jmonit.model.Readings;
import jmonit.model.Sample;
import jmonit.model.Snapshot.Monitoring;
import jmonit.model.Snapshot.View;
import jmonit.model.Unit;

/** Tells what of a look is worth keeping. One thread. */
final class Kinds {

    /** What names something rather than measures it, or does not change. */
    private static final Set<String> NO_MEASURES = Set.of("pid", "ppid", "start", "uid", "euid", "gid", "permission", "overdue",
            "cores", "block.size", "filedescriptors.limit", "filedescriptors.limit.hard");
    /** Sums that only grow; the same per second is a series. */
    private static final Set<String> COUNTERS = Set.of("read", "write", "disk.read", "disk.write");
    private static final int MOST_KNOWN = 4096;
    private static final double NANOSECONDS = 1e6;

    private final Labels labels;
    private final Map<Readings.Key, Kind> known = new HashMap<>();

    Kinds(Labels labels) {
        this.labels = labels;
    }

    /** Takes what was measured. */
    interface Sink {
        void take(Kind kind, double value);
    }

    /** What a service that is looked at between longer pauses had last is held meanwhile; not so where a look hangs. */
    static boolean current(View view) {
        boolean monitored = view.monitoring() == Monitoring.MONITORED || view.monitoring() == Monitoring.WAITING;
        return monitored && !(view.work().looking() && view.work().late());
    }

    void measured(Sample sample, Map<Integer, Response> responses, Sink sink) {
        sample.readings().values().forEach((key, reading) -> reading(key, reading, sink));
        sample.answers().forEach((rule, answer) -> answer(responses.getOrDefault(rule, Response.NONE), answer, sink));
    }

    private void reading(Readings.Key key, Reading reading, Sink sink) {
        if (reading instanceof Reading.Amount(double value, _)) {
            give(known(key), value, sink);
        }
    }

    private static void answer(Response response, Answer answer, Sink sink) {
        switch (answer) {
            case Answer.Succeeded(var took, _, var phases) -> answer(response, took, phases, sink);
            case Answer.Certified(var took, _, _, var phases) -> answer(response, took, phases, sink);
            case Answer.Failed _, Answer.Skipped _, Answer.Lines _, Answer.Sum _ -> { }
        }
    }

    private static void answer(Response response, Duration took, List<Phase.Time> phases, Sink sink) {
        give(response.whole(), milliseconds(took), sink);
        for (var part : phases) {
            give(response.parts().getOrDefault(part.phase(), Kind.NONE), milliseconds(part.took()), sink);
        }
    }

    private static double milliseconds(Duration took) {
        return took.toNanos() / NANOSECONDS;
    }

    private static void give(Kind kind, double value, Sink sink) {
        if (kind != Kind.NONE && Double.isFinite(value)) {
            sink.take(kind, value);
        }
    }

    private Kind known(Readings.Key key) {
        if (known.size() > MOST_KNOWN) {
            // Metrics that bear names of the control file come and go with reloads.
            known.clear();
        }
        return known.computeIfAbsent(key, k -> measure(k) ? Kind.of(k, labels) : Kind.NONE);
    }

    private static boolean measure(Readings.Key key) {
        boolean counter = COUNTERS.contains(key.metric()) && (key.unit() == Unit.BYTES || key.unit() == Unit.COUNT);
        return !counter && !NO_MEASURES.contains(key.metric()) && !key.metric().endsWith(".total") && !key.metric().contains(" of ");
    }
}
