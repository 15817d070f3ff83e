package jmonit.service;

import java.util.List;
import java.util.Set;

import jmonit.catalog.Measure;
import jmonit.catalog.Metric;
import jmonit.catalog.ServiceType;
import jmonit.model.Unit;

/** A process, found by its pidfile or by a pattern. */
public final class ProcessType implements ServiceType {

    private static final Set<Feature> FEATURES = Set.of(Feature.EXISTENCE, Feature.PORT, Feature.UNIX_SOCKET);
    private static final List<Metric> METRICS = Shared.join(List.of(
                Metric.compared("total.cpu", "total cpu|totalcpu", "processor use of the process and its children",
                        Measure.percent("CPU usage limit (incl. children)")),
                Metric.compared("cpu", "cpu", "processor use", Measure.percent("CPU usage limit")),
                Metric.compared("total.memory", "total memory|total mem|totalmemory|totalmem", "memory of the process and its children",
                        Measure.bytes("Memory amount limit (incl. children)"), Measure.percent("Memory usage limit (incl. children)")),
                Shared.MEMORY,
                Metric.compared("threads", "threads", "number of threads", Measure.count("Threads")),
                Metric.compared("children", "children|child", "number of child processes", Measure.count("Children")),
                Metric.compared("total.filedescriptors", "total filedescriptors", "open files of the process and its children",
                        Measure.count("Total filedescriptors")),
                Shared.FILE_DESCRIPTORS,
                Metric.compared("disk.read", "disk read", "reading from disk", Measure.rate(Unit.BYTES_PER_SECOND, "Disk read limit"),
                        Measure.rate(Unit.OPERATIONS_PER_SECOND, "Disk read limit")),
                Metric.compared("disk.write", "disk write", "writing to disk", Measure.rate(Unit.BYTES_PER_SECOND, "Disk write limit"),
                        Measure.rate(Unit.OPERATIONS_PER_SECOND, "Disk write limit")),
                Metric.compared("read", "read", "reading, caches included", Measure.rate(Unit.BYTES_PER_SECOND, "Read limit")),
                Metric.compared("write", "write", "writing, caches included", Measure.rate(Unit.BYTES_PER_SECOND, "Write limit")),
                Shared.UPTIME,
                Metric.of("pid", "pid", "process id", Set.of(Metric.Use.CHANGED), Measure.count("Pid")),
                Metric.of("ppid", "ppid", "process id of the parent", Set.of(Metric.Use.CHANGED), Measure.count("PPid")),
                Shared.UID,
                Metric.of("euid", "euid", "effective user", Set.of(Metric.Use.EXPECTED), Measure.count("EUID")),
                Shared.GID,
                Metric.of("security attribute", "security attribute", "SELinux or AppArmor label", Set.of(Metric.Use.EXPECTED),
                        Measure.count("Security attribute"))), Shared.LOAD);

    @Override
    public String keyword() {
        return "process";
    }

    @Override
    public String title() {
        return "Process";
    }

    @Override
    public String summary() {
        return "a process, found by its pidfile or by a pattern";
    }

    @Override
    public Naming naming() {
        return Naming.PROCESS;
    }

    @Override
    public Set<Feature> features() {
        return FEATURES;
    }

    @Override
    public List<Metric> metrics() {
        return METRICS;
    }
}
