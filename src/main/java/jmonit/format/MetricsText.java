package jmonit.format;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jmonit.model.Answer;
import jmonit.model.Phase;
import jmonit.model.Reading;
import jmonit.model.Responses;
import jmonit.model.Service;
import jmonit.model.Snapshot;
import jmonit.model.Snapshot.View;

/** All that is measured, for collectors of metrics. The names are promised in docs/api.md. */
public final class MetricsText {

    private static final double MILLIS = 1000.0;
    private static final double NANOS = 1e9;

    private final Instance instance;
    private final OwnFigures own;

    public MetricsText(Instance instance, OwnFigures own) {
        this.instance = instance;
        this.own = own;
    }

    /** {@code open} for the form of OpenMetrics. */
    public String text(Snapshot snapshot, boolean open) {
        var out = new Exposition(open);
        daemon(snapshot, out);
        own(out);
        snapshot.services().forEach(v -> service(v, out));
        return out.text();
    }

    private void daemon(Snapshot snapshot, Exposition out) {
        out.add("jmonit_build_info", "The version that runs", 1, "version", instance.program().version());
        out.add("jmonit_uptime_seconds", "How long the daemon runs with this configuration", instance.incarnation().age(snapshot.at()).toMillis() / MILLIS);
        out.add("jmonit_poll_interval_seconds", "How far apart cycles are", snapshot.settings().poll().seconds());
        var numbers = ReportText.numbers(snapshot);
        for (String state : ServicesJson.COUNTS) {
            out.add("jmonit_services", "How many services are in which state", numbers.getOrDefault(state, 0L), "state", state);
        }
        out.add("jmonit_checks_late", "How many checks take longer than their cycle",
                snapshot.services().stream().filter(View::late).count());
    }

    private void own(Exposition out) {
        for (var kind : jmonit.model.EventKind.values()) {
            out.add("jmonit_events_total", "How many events there were since the daemon began", own.events().getOrDefault(kind, 0L), "kind", kind.keyword());
        }
        var memory = own.memory();
        used("heap", memory.heapUsed(), memory.heapCommitted(), out);
        used("nonheap", memory.otherUsed(), memory.otherCommitted(), out);
        for (OwnFigures.Collector collector : own.collectors()) {
            out.add("jmonit_jvm_gc_collections_total", "How often garbage was collected", collector.collections(), "collector", collector.name());
        }
        for (OwnFigures.Collector collector : own.collectors()) {
            out.add("jmonit_jvm_gc_seconds_total", "How long garbage was collected", collector.time().toNanos() / NANOS, "collector", collector.name());
        }
        out.add("jmonit_jvm_threads", "Threads of the operating system that the daemon has", own.threads());
        out.add("jmonit_process_cpu_seconds_total", "Processor time of the daemon", own.processor().toNanos() / NANOS);
        if (own.resident() > 0) {
            out.add("jmonit_process_resident_memory_bytes", "Memory of the machine that the daemon takes", own.resident());
        }
    }

    private static void used(String area, long used, long committed, Exposition out) {
        out.add("jmonit_jvm_memory_used_bytes", "Memory in use inside the daemon", used, "area", area);
        out.add("jmonit_jvm_memory_committed_bytes", "Memory the daemon has taken", committed, "area", area);
    }

    private static void service(View view, Exposition out) {
        String name = view.service().name();
        String type = view.service().type();
        Health health = Health.of(view);
        for (Health each : Health.values()) {
            out.add("jmonit_service_state", "Whether a service is in this state", each == health ? 1 : 0, "service", name, "type", type, "state", each.word());
        }
        out.add("jmonit_service_monitored", "Whether a service is watched at all", health == Health.UNMONITORED ? 0 : 1, "service", name, "type", type);
        up(view).ifPresent(up -> out.add("jmonit_service_up", "Whether nothing is wrong with a service; nothing where that is not known", up, "service", name,
                "type", type));
        out.add("jmonit_service_failures", "How many rules of a service fail", new State(view).looked() ? view.failures().size() : 0, "service", name,
                "type", type);
        out.add("jmonit_service_silenced", "Whether nobody is told of a service", view.calm().quiet().isEmpty() ? 0 : 1, "service", name, "type", type);
        out.add("jmonit_service_acknowledged", "Whether somebody looks after a service that fails", view.calm().acknowledged().isEmpty() ? 0 : 1,
                "service", name, "type", type);
        out.add("jmonit_service_missed_cycles", "Cycles that went by while the last check was under way", view.work().missed(), "service", name, "type", type);
        if (!view.seen().isEmpty()) {
            out.add("jmonit_service_checked_timestamp_seconds", "When a service was last checked", seconds(view.at()), "service", name, "type", type);
            Figures.of(view).forEach(f -> reading(view.service(), f, out));
            answers(view, out);
        }
    }

    private static Optional<Integer> up(View view) {
        var state = new State(view);
        return state.looked() ? Optional.of(state.failures().isEmpty() ? 1 : 0) : Optional.empty();
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / MILLIS;
    }

    private static void reading(Service service, Figure figure, Exposition out) {
        if (figure.id().startsWith("response.")) {
            return;
        }
        MetricName.of(figure).ifPresent(m -> {
            double value = figure.reading() instanceof Reading.Amount(double amount, _) ? amount * m.factor()
                    : figure.reading() instanceof Reading.Moment(Instant at) ? seconds(at) : Double.NaN;
            String help = "Reading of a service: " + figure.label();
            if (figure.key().metric().startsWith("certificate.")) {
                out.add(m.name(), help, value, "service", service.name(), "type", service.type(), "rule", figure.key().metric().replaceAll(".*\\.", ""));
            } else {
                out.add(m.name(), help, value, "service", service.name(), "type", service.type());
            }
        });
    }

    private static void answers(View view, Exposition out) {
        Service service = view.service();
        Responses.of(service).entrySet().stream().sorted(java.util.Map.Entry.comparingByKey()).forEach(e -> {
            Answer answer = view.seen().getFirst().answers().getOrDefault(e.getKey(), Probe.NOT_ASKED);
            answer(service, e.getValue().substring("response.".length()), answer, out);
        });
    }

    private static void answer(Service service, String probe, Answer answer, Exposition out) {
        switch (answer) {
            case Answer.Succeeded(var took, _, var phases) -> answered(service, probe, took, phases, out);
            case Answer.Certified(var took, _, _, var phases) -> answered(service, probe, took, phases, out);
            case Answer.Failed _, Answer.Skipped _, Answer.Lines _, Answer.Sum _ -> success(service, probe, 0, out);
        }
    }

    private static void success(Service service, String probe, int success, Exposition out) {
        out.add("jmonit_probe_success", "Whether what was asked over the network was answered", success, "service", service.name(), "type",
                service.type(), "probe", probe);
    }

    private static void answered(Service service, String probe, Duration took, List<Phase.Time> phases, Exposition out) {
        success(service, probe, 1, out);
        out.add("jmonit_probe_duration_seconds", "How long an answer over the network took", took.toNanos() / NANOS, "service", service.name(), "type",
                service.type(), "probe", probe);
        for (var part : phases) {
            out.add("jmonit_probe_phase_seconds", "How long a part of an answer over the network took", part.took().toNanos() / NANOS, "service",
                    service.name(), "type", service.type(), "probe", probe, "phase", part.phase().keyword());
        }
    }
}
