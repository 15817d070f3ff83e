package jmonit.service;

import java.util.List;
import java.util.Set;

import jmonit.catalog.Measure;
import jmonit.catalog.Metric;
import jmonit.catalog.ServiceType;
import jmonit.model.Unit;

/** A network interface, by name or address. */
public final class NetworkType implements ServiceType {

    private static final Set<Feature> FEATURES = Set.of(Feature.LINK);
    private static final List<Metric> METRICS = List.of(
                Metric.of("link", "link", "speed and duplex mode of the link", Set.of(Metric.Use.CHANGED),
                        Measure.count("Link capacity")),
                Metric.compared("saturation", "saturation", "share of the link in use", Measure.percent("Link utilization")),
                Metric.of("total.upload", "total uploaded|total upload", "sent in the last hours", Set.of(Metric.Use.SUMMED),
                        Measure.bytes("Total upload bytes"), new Measure(Unit.PACKETS, "Total upload packets", Measure.Kind.WHOLE)),
                Metric.of("total.download", "total downloaded|total download", "received in the last hours", Set.of(Metric.Use.SUMMED),
                        Measure.bytes("Total download bytes"),
                        new Measure(Unit.PACKETS, "Total downl. packets", Measure.Kind.WHOLE)),
                Metric.compared("upload", "upload|uploaded", "sending", Measure.rate(Unit.BYTES_PER_SECOND, "Upload bytes"),
                        Measure.rate(Unit.PACKETS_PER_SECOND, "Upload packets")),
                Metric.compared("download", "download|downloaded", "receiving", Measure.rate(Unit.BYTES_PER_SECOND, "Download bytes"),
                        Measure.rate(Unit.PACKETS_PER_SECOND, "Download packets")));

    @Override
    public String keyword() {
        return "network";
    }

    @Override
    public String title() {
        return "Network";
    }

    @Override
    public String summary() {
        return "a network interface, by name or address";
    }

    @Override
    public Naming naming() {
        return Naming.INTERFACE;
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
