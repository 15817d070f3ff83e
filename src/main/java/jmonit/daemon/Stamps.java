package jmonit.daemon;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments in words, to the second. Where a hundred lines are written within one, they take longer than the lines. */
final class Stamps {

    private record Latest(long second, String text) {
    }

    private final DateTimeFormatter format;
    private volatile Latest latest = new Latest(Long.MIN_VALUE, "");

    Stamps(DateTimeFormatter format, ZoneId zone) {
        this.format = format.withZone(zone);
    }

    String of(Instant at) {
        var known = latest;
        if (known.second != at.getEpochSecond()) {
            known = new Latest(at.getEpochSecond(), format.format(at));
            latest = known;
        }
        return known.text;
    }
}
