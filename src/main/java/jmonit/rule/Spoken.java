package jmonit.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Numbers as Monit's log prints them. */
final class Spoken {

    private static final List<String> SIZES = List.of("B", "kB", "MB", "GB", "TB", "PB", "EB");
    private static final List<String> TIMES = List.of("ms", "s", "m", "h", "d");
    private static final int[] STEPS = {1000, 60, 60, 24, Integer.MAX_VALUE};

    private Spoken() {
    }

    /** "1.5 MB", "100 kB": a decimal only where there is one. */
    static String size(double bytes) {
        var value = bytes;
        var unit = 0;
        while (Math.abs(value) >= 1024 && unit < SIZES.size() - 1) {
            value /= 1024;
            unit++;
        }
        return fixed(value, value == Math.rint(value) ? 0 : 1) + " " + SIZES.get(unit);
    }

    /** "0.542 ms", "5 m": three decimals where there are any. */
    static String time(double milliseconds) {
        var value = milliseconds;
        var unit = 0;
        while (value >= STEPS[unit]) {
            value /= STEPS[unit];
            unit++;
        }
        return fixed(value, value == Math.rint(value) ? 0 : 3) + " " + TIMES.get(unit);
    }

    static String percent(double value) {
        return tenth(value) + "%";
    }

    static String tenth(double value) {
        return fixed(value, 1);
    }

    static String whole(double value) {
        return fixed(value, 0);
    }

    /** As C's printf rounds: the exact binary value, ties to even. */
    private static String fixed(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }
}
