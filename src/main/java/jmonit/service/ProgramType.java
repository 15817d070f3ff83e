package jmonit.service;

import java.util.List;
import java.util.Set;

import jmonit.catalog.Measure;
import jmonit.catalog.Metric;
import jmonit.catalog.ServiceType;

/** A program, by its exit status and output. */
public final class ProgramType implements ServiceType {

    private static final Set<Feature> FEATURES = Set.of();
    private static final List<Metric> METRICS = List.of(
                Metric.of("status", "status", "exit status", Set.of(Metric.Use.COMPARED, Metric.Use.CHANGED), Measure.count("Status")),
                Metric.of("content", "content", "output", Set.of(Metric.Use.SEARCHED, Metric.Use.CHANGED), Measure.count("Content")));

    @Override
    public String keyword() {
        return "program";
    }

    @Override
    public String title() {
        return "Program";
    }

    @Override
    public String summary() {
        return "a program, by its exit status and output";
    }

    @Override
    public Naming naming() {
        return Naming.PROGRAM;
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
