package jmonit.service;

import java.util.List;
import java.util.Set;

import jmonit.catalog.Measure;
import jmonit.catalog.Metric;
import jmonit.catalog.ServiceType;
import jmonit.model.Unit;

/** A filesystem, by device or mount point. */
public final class FilesystemType implements ServiceType {

    private static final Set<Feature> FEATURES = Set.of(Feature.EXISTENCE, Feature.FLAGS);
    private static final List<Metric> METRICS = List.of(
                Metric.compared("space.free", "space free", "free space", Measure.bytes("Space free limit"),
                        Measure.percent("Space free limit")),
                Metric.compared("space", "space", "used space", Measure.bytes("Space usage limit"),
                        Measure.percent("Space usage limit")),
                Metric.compared("inodes.free", "inodes free|inode free", "free inodes", Measure.count("Inodes free limit"),
                        Measure.percent("Inodes free limit")),
                Metric.compared("inodes", "inodes|inode", "used inodes", Measure.count("Inodes usage limit"),
                        Measure.percent("Inodes usage limit")),
                Metric.compared("read", "read", "reading", Measure.rate(Unit.BYTES_PER_SECOND, "Read limit"),
                        Measure.rate(Unit.OPERATIONS_PER_SECOND, "Read limit")),
                Metric.compared("write", "write", "writing", Measure.rate(Unit.BYTES_PER_SECOND, "Write limit"),
                        Measure.rate(Unit.OPERATIONS_PER_SECOND, "Write limit")),
                Metric.compared("service time", "service time|servicetime", "time one operation takes",
                        new Measure(Unit.MILLISECONDS, "Service time limit", Measure.Kind.DECIMAL)),
                Metric.of("fsflags", "fsflags|fsflag", "mount flags", Set.of(Metric.Use.CHANGED), Measure.count("Filesystem flags")),
                Shared.PERMISSION, Shared.UID, Shared.GID);

    @Override
    public String keyword() {
        return "filesystem";
    }

    @Override
    public List<String> aliases() {
        return List.of("device");
    }

    @Override
    public String title() {
        return "Filesystem";
    }

    @Override
    public String summary() {
        return "a filesystem, by device or mount point";
    }

    @Override
    public Naming naming() {
        return Naming.VOLUME;
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
