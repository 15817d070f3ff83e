package jmonit.channel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;

import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Way;

/** A message for a system log, by RFC 5424, or as everybody wrote it before. */
record SyslogText(Way.Syslog way, String host, long pid, ZoneId zone) {

    private static final DateTimeFormatter OLD = DateTimeFormatter.ofPattern("MMM d HH:mm:ss", Locale.ROOT);
    private static final int FACILITY = 8;
    private static final int ERROR = 3;
    private static final int NOTICE = 5;
    private static final int LONGEST_HOST = 255;
    /** Where the day of the month begins in an old date; it takes two places. */
    private static final int DAY = 4;
    private static final int TWO_DIGITS = 2;
    private static final int NEXT_BYTES = 0xc0;
    private static final int NEXT_BYTE = 0x80;

    /** No more than so many bytes, and no half character at the end. */
    byte[] of(Event event, int most) {
        byte[] whole = text(event).getBytes(StandardCharsets.UTF_8);
        int length = Math.min(whole.length, most);
        while (length < whole.length && (whole[length] & NEXT_BYTES) == NEXT_BYTE) {
            length--;
        }
        return Arrays.copyOf(whole, length);
    }

    private String text(Event event) {
        return switch (way.form()) {
            case RFC5424 -> structured(event);
            case RFC3164 -> old(event, hostName() + " ");
            case LOCAL -> old(event, "");
        };
    }

    private int priority(Event event) {
        return way.facility() * FACILITY + (event.side() == Event.Side.FAILED && event.kind() != EventKind.INSTANCE ? ERROR : NOTICE);
    }

    private String structured(Event event) {
        return "<" + priority(event) + ">1 " + event.at().truncatedTo(ChronoUnit.MICROS) + " " + hostName() + " " + way.tag() + " " + pid + " "
                + event.kind().keyword() + " [" + way.dataId() + data("id", Long.toString(event.id())) + data("service", event.service())
                + data("type", event.type()) + data("side", event.side().name().toLowerCase(Locale.ROOT)) + data("action", event.action())
                + data("rule", event.origin().file() + ":" + event.origin().line()) + "] " + message(event);
    }

    private static String data(String name, String value) {
        return " " + name + "=\"" + line(value).replace("\\", "\\\\").replace("\"", "\\\"").replace("]", "\\]") + "\"";
    }

    private String old(Event event, String from) {
        return "<" + priority(event) + ">" + date(event.at()) + " " + from + way.tag() + "[" + pid + "]: " + message(event);
    }

    private String date(Instant at) {
        String date = OLD.withZone(zone).format(at);
        return date.indexOf(' ', DAY) == DAY + TWO_DIGITS ? date : date.substring(0, DAY) + " " + date.substring(DAY);
    }

    private String hostName() {
        String plain = host.replaceAll("[^!-~]", "_");
        return plain.isEmpty() ? "-" : Headline.shortened(plain, LONGEST_HOST);
    }

    private static String message(Event event) {
        return line("'" + event.service() + "' " + Headline.text(event));
    }

    /** One message is one line, whatever a program printed. */
    private static String line(String text) {
        return text.strip().replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
    }
}
