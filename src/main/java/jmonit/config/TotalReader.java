package jmonit.config;

import java.time.Duration;
import java.util.Optional;

import jmonit.diagnostic.Diagnostic;

/** Reads over which time traffic is summed up: {@code in last 5 minutes}. */
final class TotalReader {

    private static final String TOPIC = "check-network";
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long MINUTES_OF_A_DAY = 24 * 60;

    private final Cursor c;
    private final Values values;

    TotalReader(Cursor cursor) {
        this.c = cursor;
        this.values = new Values(cursor);
    }

    /** {@code spoken} is how Monit says it. */
    record Span(Duration time, String spoken) {
    }

    /** Empty after a complaint. */
    Optional<Span> read() {
        Word number = c.peek();
        long count = c.at(MonitParser.NUMBER) || c.gluedNumber() ? values.whole("a number") : 1;
        Word unitWord = c.peek();
        long unit = values.timeUnit().orElse(0L);
        if (unit > 0 && unit < MINUTE) {
            c.complain(Diagnostic.error(unitWord.span(), "traffic is summed up over a minute at least", "expected minutes, hours or day")
                    .see(TOPIC));
            return Optional.empty();
        }
        if (unit == 0) {
            c.unknown("unit of time", TOPIC);
            return Optional.empty();
        }
        long minutes = count * (unit / MINUTE);
        check(count, minutes, unit, number, unitWord);
        return Optional.of(new Span(Duration.ofMinutes(minutes), unit == MINUTE ? count + " minute(s)" : minutes / 60 + " hour(s)"));
    }

    private void check(long count, long minutes, long unit, Word number, Word unitWord) {
        long most = unit == MINUTE ? 60 : unit == HOUR ? 24 : 1;
        if (count == 0) {
            c.warn(Diagnostic.warning(number.span(), "nothing is transferred in no time", "this sum is always 0").see(TOPIC));
        }
        if (count > most || minutes > MINUTES_OF_A_DAY) {
            c.complain(Diagnostic.error(number.span(), "traffic is summed up over a day at most",
                    most == 1 ? "at most one day" : "at most " + most + " " + unitWord.getText()).see(TOPIC));
        }
    }
}
