package jmonit.rule;

import java.util.function.DoubleFunction;

import jmonit.model.Condition.Threshold;
import jmonit.model.Unit;

/** How the log words comparisons of a filesystem. */
final class VolumeWording {

    private VolumeWording() {
    }

    static Compared of(Threshold threshold) {
        var unit = threshold.limit().unit();
        return switch (threshold.metric()) {
            case "space" -> usage("space usage", spoken(unit));
            case "space.free" -> usage("space free", spoken(unit));
            case "inodes" -> usage("inode usage", spoken(unit));
            case "inodes.free" -> usage("inode free", spoken(unit));
            case "service time" -> usage("service time", milliseconds -> Spoken.time(milliseconds) + "/operation");
            case String direction when unit == Unit.BYTES_PER_SECOND -> rate(direction, spoken(unit), spoken(unit));
            case String direction -> rate(direction, value -> Spoken.tenth(value) + " operations/s",
                    value -> Spoken.whole(value) + " operations/s");
        };
    }

    static String unknown(String metric) {
        return metric.startsWith("inodes") ? "filesystem doesn't support inodes" : "no data are available for " + metric + " test";
    }

    private static Compared usage(String what, DoubleFunction<String> spoken) {
        return Compared.of(what + " %1$s matches resource limit [" + what + " %2$s %3$s]",
                what + " test succeeded [current " + what + " = %1$s]", spoken);
    }

    private static Compared rate(String direction, DoubleFunction<String> current, DoubleFunction<String> limit) {
        return new Compared(direction + " rate %1$s matches resource limit [" + direction + " %2$s %3$s]",
                direction + " rate test succeeded [current " + direction + " = %1$s]", current, limit);
    }

    private static DoubleFunction<String> spoken(Unit unit) {
        return switch (unit) {
            case PERCENT -> Spoken::percent;
            case BYTES -> Spoken::size;
            case BYTES_PER_SECOND -> bytes -> Spoken.size(bytes) + "/s";
            case COUNT, LOAD, OPERATIONS_PER_SECOND, PACKETS, PACKETS_PER_SECOND, MILLISECONDS -> Spoken::whole;
        };
    }
}
