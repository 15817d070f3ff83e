package jmonit.format;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jmonit.model.Reading;
import jmonit.model.Readings.Key;
import jmonit.model.Unit;

/** What a reading is called among metrics, and what its value is to be multiplied with to be in the base unit: seconds, bytes, ratios. */
record MetricName(String name, double factor) {

    private static final String BEGIN = "jmonit_reading_";
    private static final double SECONDS_OF_A_DAY = 86_400;

    /** Numbers that only name something, or say what a counter says as well. */
    private static final Set<String> NO_MEASURES = Set.of("uid", "gid", "euid", "ppid", "permission", "download.errors", "upload.errors");
    /** Sums that only grow until what is measured begins anew. */
    private static final Set<Key> COUNTERS = Set.of(new Key("read", Unit.BYTES), new Key("write", Unit.BYTES), new Key("disk.read", Unit.BYTES),
            new Key("disk.write", Unit.BYTES), new Key("disk.read", Unit.COUNT), new Key("disk.write", Unit.COUNT));
    /** How large something is in all, which is no sum. */
    private static final Map<String, String> SIZES = Map.of("space.total", "space.size", "inodes.total", "inodes.size", "memory.total", "memory.size",
            "swap.total", "swap.size");

    /** Nothing for what is no measure. */
    static Optional<MetricName> of(Figure figure) {
        String metric = figure.key().metric();
        boolean measured = figure.reading() instanceof Reading.Amount || figure.reading() instanceof Reading.Moment;
        return measured && !NO_MEASURES.contains(metric) && !metric.contains(" of ") ? Optional.of(named(figure)) : Optional.empty();
    }

    private static MetricName named(Figure figure) {
        String metric = figure.key().metric();
        if (figure.reading() instanceof Reading.Moment) {
            return new MetricName(plain(metric) + "_timestamp_seconds", 1);
        }
        if (metric.startsWith("certificate.days.")) {
            return new MetricName(BEGIN + "certificate_validity_seconds", SECONDS_OF_A_DAY);
        }
        if (metric.equals("link.speed")) {
            return new MetricName(plain(metric) + "_bytes_per_second", 1.0 / Byte.SIZE);
        }
        return measured(figure.key());
    }

    private static MetricName measured(Key key) {
        String metric = SIZES.getOrDefault(key.metric(), key.metric());
        boolean sum = metric.endsWith(".total");
        String stem = sum ? metric.substring(0, metric.length() - ".total".length()) : metric;
        boolean counter = sum || COUNTERS.contains(key);
        String unit = switch (key.unit()) {
            case COUNT, LOAD -> "";
            case PERCENT -> "_ratio";
            case BYTES -> "_bytes";
            case BYTES_PER_SECOND -> "_bytes_per_second";
            case OPERATIONS_PER_SECOND -> "_operations_per_second";
            case PACKETS -> "_packets";
            case PACKETS_PER_SECOND -> "_packets_per_second";
            case MILLISECONDS -> "_seconds";
        };
        return new MetricName(plain(stem) + unit + (counter ? "_total" : ""), switch (key.unit()) {
            case PERCENT -> 0.01;
            case MILLISECONDS -> 0.001;
            case COUNT, LOAD, BYTES, BYTES_PER_SECOND, OPERATIONS_PER_SECOND, PACKETS, PACKETS_PER_SECOND -> 1;
        });
    }

    private static String plain(String metric) {
        return BEGIN + new Key(metric, Unit.COUNT).id().replace('.', '_').replace('-', '_');
    }
}
