package jmonit.history;

import java.util.stream.IntStream;

/** Numbers with no more digits than are known: 1.2 and not 1.2001953125. */
final class Digits {

    private static final int KNOWN = 4;
    private static final int MOST = 60;
    private static final double[] POWERS = IntStream.rangeClosed(0, MOST).mapToDouble(n -> Math.pow(10, n)).toArray();

    private Digits() {
    }

    static double few(double value) {
        if (value == 0 || Double.isNaN(value)) {
            return value;
        }
        int shift = Math.clamp(KNOWN - 1 - (int) Math.floor(Math.log10(Math.abs(value))), -MOST, MOST);
        return shift >= 0 ? Math.rint(value * POWERS[shift]) / POWERS[shift] : Math.rint(value / POWERS[-shift]) * POWERS[-shift];
    }
}
