package jmonit.service;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import jmonit.catalog.Look;
import jmonit.catalog.Sampler;
import jmonit.model.Condition;
import jmonit.model.Presence;
import jmonit.model.Readings.Notes;
import jmonit.model.Sample;
import jmonit.model.Subject;
import jmonit.model.Trace;
import jmonit.os.Accounts;
import jmonit.os.Errands;
import jmonit.os.Files;
import jmonit.os.ProcessDetails;
import jmonit.os.ProcessFacts;
import jmonit.os.Processes;
import jmonit.os.Surroundings;

/**
 * Looks at processes. Pidfiles are on disks that may not answer, and the kernel may keep whoever asks about a process waiting for it: so looks are
 * errands.
 */
public final class ProcessSampler implements Sampler {

    private final Sources sources;
    private final Errands errands;
    private final ProcessFinder finder;
    private final ProcessFinder glancer;
    private final Connector connector;
    private final Map<String, LastingDetails> lasting = new ConcurrentHashMap<>();

    /** What is known without asking the process for anything, and whether it may be asked already. */
    private record Seen(Sample sample, boolean answering) {
    }

    /** Where pidfiles are read: by looks, and by glances, which nobody waits for in vain. */
    public record Pidfiles(Files files, Files patient) {

        public Pidfiles {
            requireNonNull(files, "files");
            requireNonNull(patient, "patient");
        }
    }

    /** Where the figures of processes come from. */
    public record Sources(Processes processes, ProcessDetails details, Surroundings surroundings, Accounts accounts) {

        public Sources {
            requireNonNull(processes, "processes");
            requireNonNull(details, "details");
            requireNonNull(surroundings, "surroundings");
            requireNonNull(accounts, "accounts");
        }
    }

    public ProcessSampler(Pidfiles pidfiles, Sources sources, Errands errands, Connector connector) {
        this.sources = requireNonNull(sources, "sources");
        this.errands = requireNonNull(errands, "errands");
        this.finder = new ProcessFinder(pidfiles.files(), sources.processes());
        this.glancer = new ProcessFinder(pidfiles.patient(), sources.processes());
        this.connector = requireNonNull(connector, "connector");
    }

    @Override
    public Sample look(Look look) throws InterruptedException {
        try {
            var seen = errands.run(look.service().name(), () -> seen(look));
            return seen.answering() ? asked(look, seen.sample()) : seen.sample();
        } catch (IOException e) {
            return Sample.absent(new Presence.Unreadable("cannot look at the process: " + e.getMessage()), look.trace());
        }
    }

    /** Servers take their time, for which no errand waits. */
    @Override
    public boolean aside(Look look, Consumer<Sampler> eye) {
        return !connector.asks(look.service()) && errands.begin(look.service().name(), () -> eye.accept(l -> seen(l).sample()));
    }

    private Sample asked(Look look, Sample sample) throws InterruptedException {
        return new Sample(sample.presence(), sample.readings(), connector.ask(look), sample.trace());
    }

    private Seen seen(Look look) throws InterruptedException {
        return switch (found(finder, look)) {
            case Found.Running(ProcessFacts process) -> running(look, process);
            case Found.Nowhere(String because) -> new Seen(missing(new Notes(), because), false);
            case Found.Ended(int pid, String because) -> new Seen(missing(new Notes().count("ended", pid), because), false);
        };
    }

    /** The kernel may keep back a command line as long as its process hangs; pidfiles are read with patience. */
    @Override
    public Sample glance(Look look) throws InterruptedException {
        try {
            return look.service().subject() instanceof Subject.Matching
                    ? errands.run("glance at " + look.service().name(), () -> glanced(look)) : glanced(look);
        } catch (IOException e) {
            return missing(new Notes(), e.getMessage());
        }
    }

    private Sample glanced(Look look) throws InterruptedException {
        return switch (found(glancer, look)) {
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

    private static Found found(ProcessFinder finder, Look look) throws InterruptedException {
        return finder.find(look.service().subject(), look.trace().note(Pace.PROCESS));
    }

    /** Monit says no more than this; the reason stands beside it. */
    private static Sample missing(Notes notes, String because) {
        return new Sample(new Presence.Missing("process is not running"), notes.text("missing", because).readings(), Map.of(), Trace.NONE);
    }

    private Seen running(Look look, ProcessFacts process) {
        var uptime = sources.surroundings().uptime();
        var pace = new Pace(process.id().toString(), uptime, look.trace());
        var readings = new ProcessFigures(sources(look, process, uptime), new ProcessFigures.Seen(process, uptime), pace)
                .readings(look.service().rules());
        return new Seen(new Sample(Presence.HERE, readings, Map.of(), pace.trace()), !starting(look, uptime.minus(process.started())));
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
