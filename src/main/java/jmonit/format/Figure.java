package jmonit.format;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import jmonit.model.Reading;
import jmonit.model.Readings.Key;
import jmonit.model.Unit;

/** A reading with the names it goes by: {@code id} for programs, {@code label} for people. */
public record Figure(String id, Key key, String label, Reading reading) {

    static final String UNKNOWN = "-";

    private static final double MEGABIT = 1e6;

    /** As a status prints it. */
    String text(ZoneId zone) {
        return switch (reading) {
            case Reading.Amount(double value, Unit unit) -> amount(value, unit);
            case Reading.Text(String text) -> Amounts.line(text);
            case Reading.Moment(Instant at) -> Amounts.moment(at, zone);
            case Reading.Absent _ -> UNKNOWN;
        };
    }

    private String amount(double value, Unit unit) {
        return switch (unit) {
            case COUNT -> key.metric().equals("link.speed") ? Amounts.fixed(value / MEGABIT, 0) + " Mb/s" : Amounts.fixed(value, 0);
            case PERCENT -> Amounts.percent(value);
            case LOAD -> Amounts.fixed(value, 2);
            case BYTES -> Amounts.bytes(value);
            case BYTES_PER_SECOND -> Amounts.rate(Math.floor(value));
            case OPERATIONS_PER_SECOND -> Amounts.fixed(value, 1) + "/s";
            case PACKETS -> Amounts.fixed(value, 0);
            case PACKETS_PER_SECOND -> Amounts.fixed(Math.floor(value), 0) + "/s";
            case MILLISECONDS -> milliseconds(value);
        };
    }

    private String milliseconds(double value) {
        return switch (key.metric()) {
            case "uptime" -> Amounts.uptime(Duration.ofMillis((long) value));
            case "service time", "service time.read", "service time.write" -> Amounts.fixed(value, 3) + " ms";
            default -> Amounts.time(Duration.ofNanos((long) (value * 1e6)));
        };
    }
}
