package jmonit.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/** Numbers as Monit prints them. */
final class Numbers {

    private static final List<String> SIZES = List.of("B", "kB", "MB", "GB", "TB", "PB", "EB");
    private static final List<String> TIMES = List.of("ms", "s", "m", "h", "d");
    private static final int[] STEPS = {1000, 60, 60, 24, Integer.MAX_VALUE};

    private Numbers() {
    }

    /** "1.5 MB", "100 kB": a decimal only where there is one. */
    static String size(double bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < SIZES.size() - 1) {
            value /= 1024;
            unit++;
        }
        return (value == Math.rint(value) ? fixed(value, 0) : fixed(value, 1)) + " " + SIZES.get(unit);
    }

    static String time(Duration duration) {
        return time(duration.toMillis());
    }

    /** "1.500 s", "5 m": three decimals where there are any. */
    static String time(double milliseconds) {
        double value = milliseconds;
        int unit = 0;
        while (value >= STEPS[unit]) {
            value /= STEPS[unit];
            unit++;
        }
        return (value == Math.rint(value) ? fixed(value, 0) : fixed(value, 3)) + " " + TIMES.get(unit);
    }

    /** Monit keeps shares and loads in single precision, which shows in the last digit. */
    static String single(double value) {
        return fixed((float) value, 1);
    }

    static String whole(double value) {
        return fixed(value, 0);
    }

    /** As C's printf rounds: the exact binary value, ties to even. */
    static String fixed(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }
}
