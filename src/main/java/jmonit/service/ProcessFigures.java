package jmonit.service;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jmonit.model.Condition;
import jmonit.model.Principal;
import jmonit.model.Readings;
import jmonit.model.Readings.Notes;
import jmonit.model.Rule;
import jmonit.model.Unit;
import jmonit.os.Account;
import jmonit.os.Group;
import jmonit.os.ProcessDetails.Flow;
import jmonit.os.ProcessFacts;

/** All figures of one process at one look, in Monit's units and with Monit's idea of a percent. */
final class ProcessFigures {

    private static final String FIRST_LOOK = "first look at this process";

    private final ProcessSampler.Sources sources;
    private final ProcessFacts process;
    private final Duration age;
    private final Pace pace;
    private final List<ProcessFacts> family;
    private final Notes notes = new Notes();

    /** A process, and how long the machine had been running then. */
    record Seen(ProcessFacts process, Duration at) {
    }

    ProcessFigures(ProcessSampler.Sources sources, Seen seen, Pace pace) {
        this.sources = sources;
        this.process = seen.process();
        this.age = seen.at().minus(process.started());
        this.pace = pace;
        this.family = sources.processes().descendants(process);
    }

    Readings readings(List<Rule> rules) {
        identity();
        processor();
        memory();
        openFiles();
        traffic();
        rules.forEach(rule -> surroundings(rule.when()));
        return notes.readings();
    }

    private void identity() {
        notes.text("state", process.zombie() ? "zombie" : "running");
        notes.count("pid", process.pid()).count("ppid", process.parent()).count("start", process.id().start());
        owner();
        // Whole seconds: "uptime > 4 seconds" is not true before the fifth is over.
        notes.amount("uptime", Unit.MILLISECONDS, Math.max(0, age.toSeconds()) * 1000.0);
        notes.count("threads", process.threads()).count("children", family.size());
        notes.text("security attribute", sources.details().securityLabel(process.pid()));
    }

    private void owner() {
        try {
            var owner = sources.details().owner(process.pid());
            notes.count("uid", owner.uid()).count("euid", owner.euid()).count("gid", owner.gid());
        } catch (IOException e) {
            List.of("uid", "euid", "gid").forEach(metric -> notes.absent(metric, Unit.COUNT, e.getMessage()));
        }
    }

    /** What children did that have ended since is in the account of whoever waited for them. */
    private void processor() {
        var reaped = process.processor().reaped().toMillis();
        var living = family.stream().mapToLong(member -> member.processor().total().toMillis()).sum();
        var threads = family.stream().mapToInt(ProcessFacts::threads).sum();
        var own = share("cpu", process.processor().own().toMillis(), process.threads());
        var children = share("children.cpu", reaped + living, threads);
        percent("cpu", own);
        percent("total.cpu", own.flatMap(mine -> children.map(theirs -> mine + theirs)));
    }

    private void percent(String metric, Optional<Double> share) {
        share.ifPresentOrElse(percent -> notes.amount(metric, Unit.PERCENT, percent),
                () -> notes.absent(metric, Unit.PERCENT, FIRST_LOOK));
    }

    /** One thread can fill one processor, which is 100 %; more threads have to fill as many, or all there are. */
    private Optional<Double> share(String counter, long milliseconds, int threads) {
        var processors = Math.clamp(threads, 1, sources.surroundings().cores());
        // The kernel counts in ticks, which may make a little more than all there is.
        return pace.perSecond(counter, milliseconds).map(used -> Math.min(100, used / 10 / processors));
    }

    private void memory() {
        var total = process.memory() + family.stream().mapToLong(ProcessFacts::memory).sum();
        memory("memory", process.memory());
        memory("total.memory", total);
    }

    private void memory(String metric, long bytes) {
        notes.amount(metric, Unit.BYTES, bytes).amount(metric, Unit.PERCENT, 100.0 * bytes / sources.surroundings().memory());
    }

    private void openFiles() {
        try {
            var open = sources.details().openFiles(process.pid());
            var limit = sources.details().openFilesLimit(process.pid());
            notes.count("filedescriptors", open).amount("filedescriptors", Unit.PERCENT, 100.0 * open / Math.max(1, limit.soft()));
            notes.count("filedescriptors.limit", limit.soft()).count("filedescriptors.limit.hard", limit.hard());
            notes.count("total.filedescriptors", open + openFilesOfFamily());
        } catch (IOException e) {
            notes.absent("filedescriptors", Unit.COUNT, e.getMessage()).absent("filedescriptors", Unit.PERCENT, e.getMessage());
            notes.absent("total.filedescriptors", Unit.COUNT, e.getMessage());
        }
    }

    private long openFilesOfFamily() {
        var sum = 0L;
        for (var member : family) {
            try {
                sum += sources.details().openFiles(member.pid());
            } catch (IOException ended) {
                // It has none any more.
            }
        }
        return sum;
    }

    private void traffic() {
        try {
            var traffic = sources.details().traffic(process.pid());
            flow("read", traffic.read());
            flow("write", traffic.written());
        } catch (IOException e) {
            for (var metric : List.of("read", "disk.read", "write", "disk.write")) {
                notes.absent(metric, Unit.BYTES_PER_SECOND, e.getMessage()).absent(metric, Unit.OPERATIONS_PER_SECOND, e.getMessage());
            }
        }
    }

    /** Monit counts calls as operations of the disk. At the first look its rates are zero, not unknown. */
    private void flow(String metric, Flow flow) {
        notes.amount(metric, Unit.BYTES_PER_SECOND, pace.perSecond(metric, flow.bytes()).orElse(0.0));
        notes.amount("disk." + metric, Unit.BYTES_PER_SECOND, pace.perSecond("disk." + metric, flow.disk()).orElse(0.0));
        notes.amount("disk." + metric, Unit.OPERATIONS_PER_SECOND, pace.perSecond(metric + ".calls", flow.calls()).orElse(0.0));
        notes.amount(metric, Unit.BYTES, flow.bytes());
        notes.amount("disk." + metric, Unit.BYTES, flow.disk()).count("disk." + metric, flow.calls());
    }

    /** What is asked for only where a rule names it. */
    private void surroundings(Condition condition) {
        switch (condition) {
            case Condition.Threshold(String metric, _, _) when metric.startsWith("loadavg.") -> load(metric, metric.split("\\."));
            case Condition.DiffersOwner(String metric, Principal.Named(String name)) -> expected(metric, name);
            default -> {
            }
        }
    }

    private void load(String metric, String[] parts) {
        var load = sources.surroundings().load(Integer.parseInt(parts[1]));
        notes.amount(metric, Unit.LOAD, parts.length > 2 ? load / sources.surroundings().cores() : load);
    }

    /** The number behind a name, under the name of the metric with the written name: "uid of www-data". */
    private void expected(String metric, String name) {
        var key = metric + " of " + name;
        var id = metric.equals("gid") ? sources.accounts().group(name).map(Group::gid) : sources.accounts().user(name).map(Account::uid);
        id.ifPresentOrElse(number -> notes.count(key, number), () -> notes.absent(key, Unit.COUNT, "nobody is called " + name));
    }
}
