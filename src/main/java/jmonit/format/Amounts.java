package jmonit.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Numbers, times and moments as Monit writes them. */
final class Amounts {

    private static final List<String> SIZES = List.of("B", "kB", "MB", "GB", "TB", "PB", "EB");
    private static final List<String> TIMES = List.of("ms", "s", "m", "h", "d");
    private static final int[] STEPS = {1000, 60, 60, 24, Integer.MAX_VALUE};
    private static final int[] SCALES = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss", Locale.ROOT);

    private Amounts() {
    }

    /** "1.5 MB", "100 kB": a decimal only where there is one. */
    static String bytes(double bytes) {
        double value = bytes;
        int unit = 0;
        while (Math.abs(value) >= 1024 && unit < SIZES.size() - 1) {
            value /= 1024;
            unit++;
        }
        return fixed(value, value == Math.rint(value) ? 0 : 1) + " " + SIZES.get(unit);
    }

    static String rate(double bytes) {
        return bytes(bytes) + "/s";
    }

    static String percent(double share) {
        return fixed(share, 1) + "%";
    }

    /** "0.123 ms", "2 s": three decimals where there are any. */
    static String time(Duration time) {
        double value = time.toNanos() / 1e6;
        int unit = 0;
        while (value >= STEPS[unit]) {
            value /= STEPS[unit];
            unit++;
        }
        return fixed(value, value == Math.rint(value) ? 0 : 3) + " " + TIMES.get(unit);
    }

    /** "10d 0h 5m", "4h 33m", "0m": as much as there is, and all below. */
    static String uptime(Duration time) {
        String days = time.toDays() > 0 ? time.toDays() + "d " : "";
        String hours = time.toHours() > 0 ? time.toHoursPart() + "h " : "";
        return days + hours + time.toMinutesPart() + "m";
    }

    /** "Sat, 21 Nov 2026 08:30:44". */
    static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }

    /** As C's printf rounds: the exact binary value, ties to even. */
    static String fixed(double value, int decimals) {
        double scaled = value * SCALES[decimals];
        double rounded = Math.rint(scaled);
        // Far enough from the middle the cheap way rounds as the exact one does, and thousands are rounded for each answer.
        if (Math.abs(scaled) < 1e9 && Math.abs(Math.abs(scaled - rounded) - 0.5) > 1e-6 && rounded != 0) {
            return decimals == 0 ? Long.toString((long) rounded) : cheap((long) rounded, decimals);
        }
        return Double.isFinite(value)
                ? new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString()
                : Double.toString(value);
    }

    private static String cheap(long digits, int decimals) {
        var text = new StringBuilder(12);
        if (digits < 0) {
            text.append('-');
        }
        long size = Math.abs(digits);
        text.append(size / SCALES[decimals]).append('.');
        for (int place = decimals - 1; place >= 0; place--) {
            text.append((char) ('0' + size / SCALES[place] % 10));
        }
        return text.toString();
    }

    /** Without what a terminal would take for an order; lines and tabs stay. */
    static String clean(String text) {
        var cleaned = new StringBuilder(text.length());
        text.codePoints().filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c)).forEach(cleaned::appendCodePoint);
        return cleaned.toString();
    }

    /** The same for what has to stay in one line. */
    static String line(String text) {
        return clean(text).replace('\n', ' ').replace('\t', ' ');
    }
}
