package jmonit.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The time as HTTP writes it, which has two digits for each day. */
final class HttpDate {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
    private static final int DAY = "Sun, ".length();

    private HttpDate() {
    }

    static String of(Instant at) {
        String date = FORMAT.format(at);
        return date.charAt(DAY + 1) == ' ' ? date.substring(0, DAY) + "0" + date.substring(DAY) : date;
    }
}
