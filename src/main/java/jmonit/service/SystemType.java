package jmonit.service;

import java.util.List;
import java.util.Set;

import jmonit.catalog.Measure;
import jmonit.catalog.Metric;
import jmonit.catalog.ServiceType;

/** This machine. */
public final class SystemType implements ServiceType {

    private static final Set<Feature> FEATURES = Set.of();
    private static final List<Metric> METRICS = Shared.join(List.of(
                Metric.compared("cpu.user", "cpu user|cpu()", "processor use by programs", Measure.percent("CPU user limit")),
                Metric.compared("cpu.system", "cpu system", "processor use by the kernel", Measure.percent("CPU system limit")),
                Metric.compared("cpu.wait", "cpu wait", "processor waiting for disks", Measure.percent("CPU I/O wait limit")),
                Metric.compared("cpu.nice", "cpu nice", "processor use at low priority", Measure.percent("CPU nice limit")),
                Metric.compared("cpu.hardirq", "cpu hardirq", "hardware interrupts", Measure.percent("CPU hardware IRQ limit")),
                Metric.compared("cpu.softirq", "cpu softirq", "software interrupts", Measure.percent("CPU software IRQ limit")),
                Metric.compared("cpu.steal", "cpu steal", "taken by the hypervisor", Measure.percent("CPU steal limit")),
                Metric.compared("cpu.guest", "cpu guest", "guests of this machine", Measure.percent("CPU guest limit")),
                Metric.compared("cpu.guestnice", "cpu guestnice", "guests at low priority", Measure.percent("CPU guest nice limit")),
                Metric.compared("cpu", "cpu", "processor use in all", Measure.percent("CPU usage limit")),
                Shared.MEMORY,
                Metric.compared("swap", "swap", "swap space", Measure.bytes("Swap amount limit"), Measure.percent("Swap usage limit")),
                Shared.FILE_DESCRIPTORS, Shared.UPTIME), Shared.LOAD);

    @Override
    public String keyword() {
        return "system";
    }

    @Override
    public String title() {
        return "System";
    }

    @Override
    public String summary() {
        return "this machine";
    }

    @Override
    public Naming naming() {
        return Naming.MACHINE;
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
