package jmonit.daemon;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import jmonit.model.Readings;
import jmonit.model.Service;
import jmonit.model.Unit;

/** What programs find in their environment: all that we were given, and what has happened. */
public final class ActionEnvironment {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss", Locale.ROOT);
    private static final int KIB = 1024;
    private static final String UNKNOWN = "-1";

    private final Map<String, String> inherited;
    private final String host;
    private final Stamps stamps;

    public ActionEnvironment(Map<String, String> inherited, String host, ZoneId zone) {
        this.inherited = Map.copyOf(inherited);
        this.host = requireNonNull(host, "host");
        this.stamps = new Stamps(DATE, zone);
    }

    /** For start, stop and restart programs {@code event} and {@code description} are both "Started", "Stopped" or "Restarted". */
    public record Occasion(String event, String description, Instant at) {
    }

    /** {@code readings} are those of the last look at the service. */
    public Map<String, String> of(Service service, Occasion occasion, Readings readings) {
        var variables = new HashMap<>(inherited);
        variables.put("MONIT_SERVICE", service.name());
        variables.put("MONIT_HOST", host);
        variables.put("MONIT_DATE", stamps.of(occasion.at()));
        variables.put("MONIT_EVENT", occasion.event());
        variables.put("MONIT_DESCRIPTION", occasion.description());
        switch (service.type()) {
            case "process" -> addProcess(variables, readings);
            case "program" -> variables.put("MONIT_PROGRAM_STATUS", whole(readings, "status", Unit.COUNT, 1, "0"));
            default -> { }
        }
        return Map.copyOf(variables);
    }

    private static void addProcess(Map<String, String> variables, Readings readings) {
        variables.put("MONIT_PROCESS_PID", whole(readings, "pid", Unit.COUNT, 1, UNKNOWN));
        variables.put("MONIT_PROCESS_MEMORY", whole(readings, "memory", Unit.BYTES, KIB, "0"));
        variables.put("MONIT_PROCESS_CHILDREN", whole(readings, "children", Unit.COUNT, 1, UNKNOWN));
        variables.put("MONIT_PROCESS_CPU_PERCENT", tenths(readings.amount("cpu", Unit.PERCENT).orElse(-1.0)));
    }

    /** String.format() takes longer than all of the rest here. */
    private static String tenths(double number) {
        long tenths = Math.round(number * 10);
        return (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }

    private static String whole(Readings readings, String metric, Unit unit, int divisor, String unknown) {
        return readings.amount(metric, unit).map(value -> Long.toString((long) (value / divisor))).orElse(unknown);
    }
}
