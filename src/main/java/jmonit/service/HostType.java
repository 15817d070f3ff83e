package jmonit.service;

import java.util.List;
import java.util.Set;

import jmonit.catalog.Metric;
import jmonit.catalog.ServiceType;

/** Another machine, over the network. */
public final class HostType implements ServiceType {

    private static final Set<Feature> FEATURES = Set.of(Feature.PORT, Feature.PING);
    private static final List<Metric> METRICS = List.of();

    @Override
    public String keyword() {
        return "host";
    }

    @Override
    public String title() {
        return "Remote Host";
    }

    @Override
    public String summary() {
        return "another machine, over the network";
    }

    @Override
    public Naming naming() {
        return Naming.ADDRESS;
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
