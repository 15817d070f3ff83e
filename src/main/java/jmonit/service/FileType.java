package jmonit.service;

import java.util.List;
import java.util.Set;

import jmonit.catalog.Measure;
import jmonit.catalog.Metric;
import jmonit.catalog.ServiceType;
import jmonit.model.Unit;

/** A file. */
public final class FileType implements ServiceType {

    private static final Set<Feature> FEATURES = Set.of(Feature.EXISTENCE, Feature.IGNORE);
    private static final List<Metric> METRICS = Shared.join(List.of(
                Metric.of("checksum", "checksum", "MD5 or SHA-1 sum of the content", Set.of(Metric.Use.EXPECTED, Metric.Use.CHANGED),
                        Measure.count("Checksum")),
                Metric.of("size", "size", "size", Set.of(Metric.Use.COMPARED, Metric.Use.CHANGED),
                        new Measure(Unit.BYTES, "Size", Measure.Kind.WHOLE)),
                Metric.of("content", "content|match", "lines added since the last check", Set.of(Metric.Use.SEARCHED),
                        Measure.count("Content")),
                Shared.PERMISSION, Shared.UID, Shared.GID, Shared.HARD_LINKS), Shared.TIMES);

    @Override
    public String keyword() {
        return "file";
    }

    @Override
    public String title() {
        return "File";
    }

    @Override
    public String summary() {
        return "a file";
    }

    @Override
    public Naming naming() {
        return Naming.PATH;
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
