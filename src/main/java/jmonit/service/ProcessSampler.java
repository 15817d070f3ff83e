package jmonit.service;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jmonit.catalog.Look;
import jmonit.catalog.Sampler;
import jmonit.model.Answer;
import jmonit.model.Condition;
import jmonit.model.Presence;
import jmonit.model.Readings.Notes;
import jmonit.model.Sample;
import jmonit.model.Trace;
import jmonit.os.Accounts;
import jmonit.os.Files;
import jmonit.os.ProcessDetails;
import jmonit.os.ProcessFacts;
import jmonit.os.Processes;
import jmonit.os.Surroundings;

/** Looks at processes. */
public final class ProcessSampler implements Sampler {

    private final Sources sources;
    private final ProcessFinder finder;
    private final Connector connector;
    private final Map<String, LastingDetails> lasting = new ConcurrentHashMap<>();

    /** Where the figures of processes come from. */
    public record Sources(Processes processes, ProcessDetails details, Surroundings surroundings, Accounts accounts) {

        public Sources {
            requireNonNull(processes, "processes");
            requireNonNull(details, "details");
            requireNonNull(surroundings, "surroundings");
            requireNonNull(accounts, "accounts");
        }
    }

    public ProcessSampler(Files files, Sources sources, Connector connector) {
        this.sources = requireNonNull(sources, "sources");
        this.finder = new ProcessFinder(requireNonNull(files, "files"), sources.processes());
        this.connector = requireNonNull(connector, "connector");
    }

    @Override
    public Sample look(Look look) throws InterruptedException {
        return switch (found(look)) {
            case Found.Running(ProcessFacts process) -> running(look, process);
            case Found.Nowhere(String because) -> missing(new Notes(), because);
            case Found.Ended(int pid, String because) -> missing(new Notes().count("ended", pid), because);
        };
    }

    @Override
    public Sample glance(Look look) throws InterruptedException {
        return switch (found(look)) {
            case Found.Running(ProcessFacts process) ->
                    new Sample(Presence.HERE, new Notes().count("pid", process.pid()).readings(), Map.of(), look.trace());
            case Found.Nowhere(String because) -> missing(new Notes(), because);
            case Found.Ended(int pid, String because) -> missing(new Notes().count("ended", pid), because);
        };
    }

    @Override
    public void retain(Set<String> names) {
        lasting.keySet().retainAll(names);
    }

    private Found found(Look look) throws InterruptedException {
        return finder.find(look.service().subject(), look.trace().note(Pace.PROCESS));
    }

    /** Monit says no more than this; the reason stands beside it. */
    private static Sample missing(Notes notes, String because) {
        return new Sample(new Presence.Missing("process is not running"), notes.text("missing", because).readings(), Map.of(), Trace.NONE);
    }

    private Sample running(Look look, ProcessFacts process) throws InterruptedException {
        var uptime = sources.surroundings().uptime();
        var pace = new Pace(process.id().toString(), uptime, look.trace());
        var readings = new ProcessFigures(sources(look, process, uptime), new ProcessFigures.Seen(process, uptime), pace)
                .readings(look.service().rules());
        Map<Integer, Answer> answers = starting(look, uptime.minus(process.started())) ? Map.of() : connector.ask(look);
        return new Sample(Presence.HERE, readings, answers, pace.trace());
    }

    /** A rule about its owner or its label is not kept waiting for what has changed. */
    private Sources sources(Look look, ProcessFacts process, Duration uptime) {
        if (look.service().rules().stream().anyMatch(r -> r.when() instanceof Condition.DiffersOwner || r.when() instanceof Condition.Differs)) {
            return sources;
        }
        var details = lasting.computeIfAbsent(look.service().name(), _ -> new LastingDetails(sources.details()));
        return new Sources(sources.processes(), details.of(process.id(), uptime), sources.surroundings(), sources.accounts());
    }

    /** For as long as a start may take nobody expects a server to answer; as Monit does. */
    private static boolean starting(Look look, Duration age) {
        return look.service().commands().start().stream().anyMatch(start -> age.compareTo(start.timeout()) < 0);
    }
}
