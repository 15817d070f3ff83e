package jmonit.service;

import java.util.List;
import java.util.Set;

import jmonit.catalog.Metric;
import jmonit.catalog.ServiceType;

/** A named pipe. */
public final class FifoType implements ServiceType {

    private static final Set<Feature> FEATURES = Set.of(Feature.EXISTENCE);
    private static final List<Metric> METRICS = Shared.join(List.of(Shared.PERMISSION, Shared.UID, Shared.GID, Shared.HARD_LINKS), Shared.TIMES);

    @Override
    public String keyword() {
        return "fifo";
    }

    @Override
    public String title() {
        return "Fifo";
    }

    @Override
    public String summary() {
        return "a named pipe";
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
