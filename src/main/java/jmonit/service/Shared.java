package jmonit.service;

import static jmonit.catalog.Metric.Use.CHANGED;
import static jmonit.catalog.Metric.Use.COMPARED;
import static jmonit.catalog.Metric.Use.EXPECTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jmonit.catalog.Measure;
import jmonit.catalog.Metric;

/** Metrics that several service types have. */
final class Shared {

    static final Metric MEMORY = Metric.compared("memory", "memory|mem", "memory",
            Measure.bytes("Memory amount limit"), Measure.percent("Memory usage limit"));
    static final Metric FILE_DESCRIPTORS = Metric.compared("filedescriptors", "filedescriptors", "open files",
            Measure.count("Filedescriptors"), Measure.percent("Filedescriptors"));
    static final Metric UPTIME = Metric.compared("uptime", "uptime", "time since the start", Measure.time("Uptime"));
    static final Metric PERMISSION = Metric.of("permission", "permission|perm", "access rights, in octal",
            Set.of(EXPECTED, CHANGED), Measure.count("Permission"));
    static final Metric UID = Metric.of("uid", "uid", "user it belongs to", Set.of(EXPECTED), Measure.count("UID"));
    static final Metric GID = Metric.of("gid", "gid", "group it belongs to", Set.of(EXPECTED), Measure.count("GID"));
    static final Metric HARD_LINKS = Metric.of("hardlink", "hardlink|hardlinks", "number of names it has",
            Set.of(COMPARED, CHANGED), Measure.count("Hardlink"));

    static final List<Metric> TIMES = List.of(
            time("atime", "access time|atime|access timestamp", "when it was last read", "access time"),
            time("ctime", "change time|ctime|change timestamp", "when its attributes last changed", "change time"),
            time("mtime", "modification time|mtime|modify time|modification timestamp|modify timestamp",
                    "when its content last changed", "modify time"),
            time("timestamp", "timestamp|time", "when content or attributes last changed", "modify/change time"));

    static final List<Metric> LOAD = List.of(
            Metric.compared("loadavg.5.core", "loadavg 5min core|loadavg 5 min core", "load of five minutes for each core",
                    Measure.load("Load avg/core (5m)")),
            Metric.compared("loadavg.15.core", "loadavg 15min core|loadavg 15 min core", "load of a quarter of an hour for each core",
                    Measure.load("Load avg/core (15m)")),
            Metric.compared("loadavg.1.core", "loadavg 1min core|loadavg 1 min core|loadavg core", "load of one minute for each core",
                    Measure.load("Load avg/core (1m)")),
            Metric.compared("loadavg.5", "loadavg 5min|loadavg 5 min", "load of five minutes", Measure.load("Load avg (5m)")),
            Metric.compared("loadavg.15", "loadavg 15min|loadavg 15 min", "load of a quarter of an hour", Measure.load("Load avg (15m)")),
            Metric.compared("loadavg.1", "loadavg 1min|loadavg 1 min|loadavg", "load of one minute", Measure.load("Load avg (1m)")));

    private Shared() {
    }

    private static Metric time(String key, String phrases, String summary, String label) {
        return Metric.of(key, phrases, summary, Set.of(COMPARED, CHANGED), Measure.time(label));
    }

    static List<Metric> join(List<Metric> some, List<Metric> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
