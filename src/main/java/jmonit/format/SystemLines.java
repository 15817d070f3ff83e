package jmonit.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jmonit.model.EventKind;
import jmonit.model.Unit;

/** This machine. */
final class SystemLines {

    /** The reading and the word of each share of the processor. */
    static final List<String> SHARES = List.of("user", "system", "nice", "wait", "hardirq", "softirq", "steal", "guest", "guestnice");
    private static final List<String> WORDS = List.of("usr", "sys", "nice", "iowait", "hardirq", "softirq", "steal", "guest", "guestnice");

    private static final List<String> LOADS = List.of("loadavg.1", "loadavg.5", "loadavg.15");

    private SystemLines() {
    }

    static void add(Sheet sheet) {
        sheet.line("load average", load(sheet), EventKind.RESOURCE);
        sheet.line("cpu", cpu(sheet), EventKind.RESOURCE);
        sheet.line("memory usage", Sheet.pair(sheet.bytes("memory"), " [", sheet.percent("memory"), "]"), EventKind.RESOURCE);
        sheet.line("swap usage", Sheet.pair(sheet.bytes("swap"), " [", sheet.percent("swap"), "]"), EventKind.RESOURCE);
        sheet.uptime(EventKind.UPTIME);
        sheet.moment("boot time", "boot");
        sheet.line("filedescriptors", descriptors(sheet), EventKind.RESOURCE);
    }

    /** "695 [0.0% of 2466170 limit]". */
    static Optional<String> descriptors(Sheet sheet) {
        return Sheet.pair(sheet.count("filedescriptors"), " [",
                Sheet.pair(sheet.percent("filedescriptors"), " of ", sheet.count("filedescriptors.limit"), " limit"), "]");
    }

    private static Optional<String> load(Sheet sheet) {
        var loads = LOADS.stream().flatMap(m -> sheet.readings().amount(m, Unit.LOAD).stream())
                .map(load -> "[" + Amounts.fixed(load, 2) + "]").collect(Collectors.joining(" "));
        return Optional.of(loads).filter(text -> !text.isEmpty());
    }

    /** What takes two looks to tell counts as 0 at the first, as with Monit; so does the blank at the end. */
    private static Optional<String> cpu(Sheet sheet) {
        if (sheet.readings().values().isEmpty()) {
            return Optional.empty();
        }
        var text = new StringBuilder();
        for (int i = 0; i < SHARES.size(); i++) {
            double share = sheet.readings().amount("cpu." + SHARES.get(i), Unit.PERCENT).orElse(0.0);
            text.append(Amounts.percent(share)).append(WORDS.get(i)).append(' ');
        }
        return Optional.of(text.toString());
    }
}
