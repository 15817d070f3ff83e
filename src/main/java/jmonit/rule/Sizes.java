package jmonit.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Amounts of bytes as Monit prints them. */
final class Sizes {

    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB", "PB", "EB");

    private Sizes() {
    }

    /** "1.5 MB", "100 kB": a decimal only where there is one. */
    static String bytes(double bytes) {
        double value = bytes;
        int unit = 0;
        while (Math.abs(value) >= 1024 && unit < UNITS.size() - 1) {
            value /= 1024;
            unit++;
        }
        // As C's printf rounds: the exact binary value, ties to even.
        var number = new BigDecimal(value).setScale(value == Math.rint(value) ? 0 : 1, RoundingMode.HALF_EVEN);
        return number.toPlainString() + " " + UNITS.get(unit);
    }
}
