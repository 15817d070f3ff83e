package jmonit.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

import jmonit.model.Amount;
import jmonit.model.Condition.Threshold;
import jmonit.model.Readings.Key;
import jmonit.model.Unit;

/** How Monit speaks of a figure of a process held against a limit, above it and below it. */
record ProcessFigure(String tripped, String clear) {

    private static final Map<Key, ProcessFigure> WORDS = Map.ofEntries(
            limit("cpu", Unit.PERCENT, "cpu usage"),
            // That "total" is not said twice more is Monit's.
            Map.entry(new Key("total.cpu", Unit.PERCENT), new ProcessFigure("total cpu usage of %s matches resource limit [cpu usage %s]",
                    "total cpu usage check succeeded [current cpu usage = %s]")),
            limit("memory", Unit.PERCENT, "mem usage"),
            limit("memory", Unit.BYTES, "mem amount"),
            limit("total.memory", Unit.PERCENT, "total mem amount"),
            limit("total.memory", Unit.BYTES, "total mem amount"),
            Map.entry(new Key("threads", Unit.COUNT), new ProcessFigure("threads count %s matches resource limit [threads %s]",
                    "threads check succeeded [current threads = %s]")),
            Map.entry(new Key("children", Unit.COUNT), new ProcessFigure("children count %s matches resource limit [children %s]",
                    "children check succeeded [current children = %s]")),
            rate("read", Unit.BYTES_PER_SECOND, "read rate", "read"),
            rate("write", Unit.BYTES_PER_SECOND, "write rate", "write"),
            rate("disk.read", Unit.BYTES_PER_SECOND, "physical read activity", "read"),
            rate("disk.write", Unit.BYTES_PER_SECOND, "physical write activity", "write"),
            rate("disk.read", Unit.OPERATIONS_PER_SECOND, "read rate", "read"),
            rate("disk.write", Unit.OPERATIONS_PER_SECOND, "write rate", "write"),
            files("filedescriptors", Unit.COUNT, "filedescriptors usage", "filedescriptors test"),
            files("filedescriptors", Unit.PERCENT, "filedescriptors usage", "filedescriptors usage test"),
            files("total.filedescriptors", Unit.COUNT, "total  filedescriptors usage", "total filedescriptors usage test"),
            load("loadavg.1", "loadavg (1min)"), load("loadavg.5", "loadavg (5min)"), load("loadavg.15", "loadavg (15min)"),
            load("loadavg.1.core", "loadavg per core (1min)"), load("loadavg.5.core", "loadavg per core (5min)"),
            load("loadavg.15.core", "loadavg per core (15min)"));

    private static Map.Entry<Key, ProcessFigure> limit(String metric, Unit unit, String what) {
        return Map.entry(new Key(metric, unit), new ProcessFigure(what + " of %s matches resource limit [" + what + " %s]",
                what + " check succeeded [current " + what + " = %s]"));
    }

    private static Map.Entry<Key, ProcessFigure> rate(String metric, Unit unit, String what, String flow) {
        return Map.entry(new Key(metric, unit), new ProcessFigure(what + " %s matches resource limit [" + flow + " %s]",
                what + " test succeeded [current " + flow + " = %s]"));
    }

    private static Map.Entry<Key, ProcessFigure> files(String metric, Unit unit, String what, String test) {
        return Map.entry(new Key(metric, unit), new ProcessFigure(what + " of %s matches limit [filedescriptors %s]",
                test + " succeeded [current filedescriptors usage = %s]"));
    }

    private static Map.Entry<Key, ProcessFigure> load(String metric, String what) {
        return limit(metric, Unit.LOAD, what);
    }

    static Verdict judge(Threshold asked, double value) {
        var limit = asked.limit();
        var words = Optional.ofNullable(WORDS.get(new Key(asked.metric(), limit.unit())))
                .orElseThrow(() -> new IllegalArgumentException("no process has " + asked.metric() + " in " + limit.unit()));
        return asked.comparison().holds(value, limit.value())
                ? new Verdict.Tripped(words.tripped.formatted(current(value, limit.unit()), asked.comparison().sign() + " " + spoken(limit)))
                : new Verdict.Clear(() -> words.clear.formatted(current(value, limit.unit())));
    }

    private static String current(double value, Unit unit) {
        return unit == Unit.OPERATIONS_PER_SECOND ? fixed(value, 1) + " operations/s" : spoken(new Amount(value, unit));
    }

    private static String spoken(Amount amount) {
        var value = amount.value();
        return switch (amount.unit()) {
            case COUNT -> fixed(value, 0);
            case PERCENT -> fixed(value, 1) + "%";
            case LOAD -> fixed(value, 1);
            // Bytes are whole, which shows in the last digit of larger units.
            case BYTES -> Sizes.bytes(Math.floor(value));
            case BYTES_PER_SECOND -> Sizes.bytes(Math.floor(value)) + "/s";
            case OPERATIONS_PER_SECOND -> fixed(value, 0) + " operations/s";
            case PACKETS, PACKETS_PER_SECOND, MILLISECONDS ->
                    throw new IllegalArgumentException("no figure of a process is in " + amount.unit());
        };
    }

    /** As C's printf rounds: the exact binary value, ties to even. */
    private static String fixed(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }
}
