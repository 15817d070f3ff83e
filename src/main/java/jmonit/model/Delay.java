package jmonit.model;

import java.time.Duration;

/** How long a failure lasts before somebody hears of it: in cycles of the service or in time, whichever is not zero. */
public record Delay(long cycles, Duration time) {

    public static final Delay NONE = new Delay(0, Duration.ZERO);

    public Delay {
        if (cycles < 0 || time.isNegative() || cycles > 0 && !time.isZero()) {
            throw new IllegalArgumentException("either cycles or a time, was " + cycles + " and " + time);
        }
    }

    public static Delay of(Duration time) {
        return new Delay(0, time);
    }

    public static Delay cycles(long count) {
        return new Delay(count, Duration.ZERO);
    }

    /** Where the service is looked at that often. */
    public Duration counted(Duration cycle) {
        return cycles > 0 ? cycle.multipliedBy(cycles) : time;
    }

    /** As the control file could say it. */
    public String text() {
        if (cycles > 0) {
            return cycles + (cycles == 1 ? " cycle" : " cycles");
        }
        long seconds = time.toSeconds();
        return seconds % 3600 == 0 && seconds > 0 ? counted(seconds / 3600, "hour")
                : seconds % 60 == 0 && seconds > 0 ? counted(seconds / 60, "minute") : counted(seconds, "second");
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
