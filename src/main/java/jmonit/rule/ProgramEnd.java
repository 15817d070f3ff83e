package jmonit.rule;

import java.util.List;
import java.util.Locale;

import jmonit.model.Readings;
import jmonit.model.Unit;

/** What is told about a program that has ended. */
record ProgramEnd(Readings readings) {

    private static final List<String> UNITS = List.of("ms", "s", "m", "h", "d");
    private static final double[] STEPS = {1000, 60, 60, 24, Double.MAX_VALUE};

    long status() {
        return readings.amount("status", Unit.COUNT).orElse(0.0).longValue();
    }

    String output() {
        return readings.text("content").orElse("");
    }

    String shown() {
        return output().isEmpty() ? "no output" : output();
    }

    /** As Monit says times: "3 s", "1.100 m". */
    static String time(long milliseconds) {
        var value = (double) milliseconds;
        var unit = 0;
        while (value >= STEPS[unit]) {
            value /= STEPS[unit++];
        }
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f %s" : "%.3f %s", value, UNITS.get(unit));
    }
}
