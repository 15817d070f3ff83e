package jmonit.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

import jmonit.model.Amount;

/** Numbers of rules as a control file writes them: read again, they mean the same. */
final class LimitWords {

    private static final String[] SIZES = {"B", "kB", "MB", "GB"};
    private static final String[] TIMES = {"day", "hour", "minute", "second"};
    private static final long[] LENGTHS = {86_400_000, 3_600_000, 60_000, 1000};
    private static final int STEP = 1024;
    private static final int DECIMALS = 6;

    private LimitWords() {
    }

    static String of(Amount limit) {
        return switch (limit.unit()) {
            case COUNT, LOAD -> number(limit.value());
            case PERCENT -> number(limit.value()) + "%";
            case BYTES -> size(limit.value());
            case BYTES_PER_SECOND -> size(limit.value()) + "/s";
            case OPERATIONS_PER_SECOND -> number(limit.value()) + " operations/s";
            case PACKETS -> number(limit.value()) + " packets";
            case PACKETS_PER_SECOND -> number(limit.value()) + " packets/s";
            case MILLISECONDS -> time(limit.value());
        };
    }

    static String time(Duration time) {
        return time(time.toNanos() / 1e6);
    }

    /** "2 minutes": the longest unit that leaves no fraction. */
    private static String time(double milliseconds) {
        for (int i = 0; i < TIMES.length; i++) {
            if (milliseconds >= LENGTHS[i] && milliseconds % LENGTHS[i] == 0) {
                return counted(milliseconds / LENGTHS[i], TIMES[i]);
            }
        }
        return counted(milliseconds, "millisecond");
    }

    private static String counted(double count, String word) {
        return number(count) + " " + word + (count == 1 ? "" : "s");
    }

    /** "1.5 MB": in the largest unit that two decimals do for. */
    private static String size(double bytes) {
        double value = bytes;
        int unit = 0;
        while (unit < SIZES.length - 1 && value >= STEP && value / STEP * 100 == Math.rint(value / STEP * 100)) {
            value /= STEP;
            unit++;
        }
        return number(value) + " " + SIZES[unit];
    }

    static String number(double value) {
        return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    }
}
