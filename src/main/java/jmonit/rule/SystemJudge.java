package jmonit.rule;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

import jmonit.model.Condition;
import jmonit.model.Condition.Threshold;
import jmonit.model.EventKind;
import jmonit.model.Presence;
import jmonit.model.Rule;
import jmonit.model.Service;
import jmonit.model.Unit;

/** Judges the machine as a whole. */
public final class SystemJudge implements Judge {

    private static final Map<String, String> CPU = Map.of("cpu", "cpu usage", "cpu.user", "cpu user usage", "cpu.system",
            "cpu system usage", "cpu.wait", "cpu I/O wait", "cpu.nice", "cpu nice usage", "cpu.hardirq", "cpu hardware IRQ usage",
            "cpu.softirq", "cpu software IRQ usage", "cpu.steal", "cpu steal usage", "cpu.guest", "cpu guest usage",
            "cpu.guestnice", "cpu guest nice usage");

    @Override
    public List<Rule> standing(Service service) {
        return List.of();
    }

    @Override
    public int rank(Condition condition) {
        return switch (metric(condition)) {
            case "uptime" -> 1;
            case "filedescriptors" -> 2;
            default -> 0;
        };
    }

    @Override
    public EventKind kind(Condition condition) {
        return metric(condition).equals("uptime") ? EventKind.UPTIME : EventKind.RESOURCE;
    }

    private static String metric(Condition condition) {
        return condition instanceof Threshold threshold ? threshold.metric() : "";
    }

    @Override
    public Judgement judge(Question question) {
        return Judgement.of(verdict(question));
    }

    private static Verdict verdict(Question question) {
        return switch (question.sample().presence()) {
            case Presence.Here _ when question.rule().when() instanceof Threshold threshold -> verdict(question, threshold);
            case Presence.Unreadable(String because) -> new Verdict.Unknown(because);
            case Presence.Here _, Presence.Missing _, Presence.WrongKind _ -> new Verdict.Unknown("no test of a machine");
        };
    }

    private static Verdict verdict(Question question, Threshold threshold) {
        return wording(threshold, question.service().name()).verdict(threshold, Compared.reading(question.sample(), threshold),
                name(threshold.metric()) + " check skipped (initializing)");
    }

    private static Compared wording(Threshold threshold, String service) {
        return switch (threshold.metric()) {
            case "uptime" -> Compared.of("uptime test failed for " + service.replace("%", "%%") + " -- current uptime is %1$s seconds",
                    "uptime test succeeded [current uptime = %1$s seconds]", milliseconds -> Spoken.whole(milliseconds / 1000));
            case "filedescriptors" -> files(threshold.limit().unit());
            case String metric when metric.startsWith("loadavg") -> resource(name(metric), Spoken::tenth);
            case String metric when threshold.limit().unit() == Unit.BYTES -> resource(name(metric) + " amount", Spoken::size);
            case String metric when CPU.containsKey(metric) -> resource(name(metric), Spoken::percent);
            case String metric -> resource(name(metric) + " usage", Spoken::percent);
        };
    }

    private static Compared resource(String what, DoubleFunction<String> spoken) {
        return Compared.of(what + " of %1$s matches resource limit [" + what + " %2$s %3$s]",
                what + " check succeeded [current " + what + " = %1$s]", spoken);
    }

    private static Compared files(Unit unit) {
        return unit == Unit.PERCENT
                ? Compared.of("filedescriptors usage of %1$s matches limit [filedescriptors %2$s %3$s]",
                        "filedescriptors usage test succeeded [current filedescriptors usage = %1$s]", Spoken::percent)
                : Compared.of("filedescriptors usage of %1$s matches limit [filedescriptors %2$s %3$s]",
                        "filedescriptors test succeeded [current filedescriptors usage = %1$s]", Spoken::whole);
    }

    private static String name(String metric) {
        return switch (metric) {
            case "memory" -> "mem";
            case "loadavg.1" -> "loadavg (1min)";
            case "loadavg.5" -> "loadavg (5min)";
            case "loadavg.15" -> "loadavg (15min)";
            case "loadavg.1.core" -> "loadavg per core (1min)";
            case "loadavg.5.core" -> "loadavg per core (5min)";
            case "loadavg.15.core" -> "loadavg per core (15min)";
            default -> CPU.getOrDefault(metric, metric);
        };
    }
}
