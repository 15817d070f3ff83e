package jmonit.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.Schedule;

/** Reads {@code every 3 cycles}, {@code every 10 seconds} and {@code every "* 8-19 * * 1-5"}. */
final class ScheduleReader {

    private static final Pattern CRON = Pattern.compile("\\s*(?:[0-9*,-]+\\s+){4}[0-9*,-]+\\s*");
    private static final Pattern RANGE = Pattern.compile("(\\d+)(?:-(\\d+))?");
    private static final int SATURDAY = 6;
    private static final int[] HIGHEST = {59, 23, 31, 12, SATURDAY};

    private final Cursor c;

    ScheduleReader(Cursor cursor) {
        this.c = cursor;
    }

    Schedule read(boolean negated) {
        if (c.more() && c.peek().quoted()) {
            return cron(negated);
        }
        if (negated) {
            c.expected("five cron fields between quotes");
            return Schedule.EVERY_CYCLE;
        }
        return counted();
    }

    private Schedule counted() {
        var values = new Values(c);
        double number = values.decimal("a number of cycles, an amount of time, or five cron fields between quotes");
        Word written = c.previous();
        boolean cycles = c.takeAny(Values.CYCLES);
        Optional<Long> unit = cycles ? Optional.empty() : values.timeUnit();
        if (!cycles && unit.isEmpty()) {
            c.unknown("unit", "every");
        }
        return unit.isPresent() ? interval(Values.span(number, unit.get()), written) : nth(number, written);
    }

    private Schedule nth(double cycles, Word written) {
        if (!c.spent() && cycles != Math.rint(cycles)) {
            c.complain(Diagnostic.error(written.span(), "a number of cycles must be whole", "no decimals here").see("numbers"));
        }
        return new Schedule.EveryNth((long) cycles);
    }

    private Schedule interval(Duration length, Word written) {
        if (length.isZero()) {
            c.complain(Diagnostic.error(written.span(), "no service can be checked that often", "at least a millisecond here").see("every"));
            return Schedule.EVERY_CYCLE;
        }
        return new Schedule.Interval(length);
    }

    private Schedule cron(boolean negated) {
        Word word = c.peek();
        String fields = c.value("five cron fields");
        if (c.spent()) {
            return Schedule.EVERY_CYCLE;
        }
        if (!CRON.matcher(fields).matches()) {
            c.complain(Diagnostic.error(word.span(), "this is no schedule", "expected five fields: minute hour day month weekday")
                    .help("each field is *, a number, a range such as 8-19 or a list such as 0,15,30").see("every"));
            return Schedule.EVERY_CYCLE;
        }
        warnOfRanges(word);
        return new Schedule.Cron(fields, negated);
    }

    private void warnOfRanges(Word word) {
        String[] fields = word.getText().strip().split("\\s+");
        for (int i = 0; i < fields.length; i++) {
            for (String part : fields[i].split(",")) {
                boolean any = part.isEmpty() || part.contains("*") && !part.contains("-");
                if (!any) {
                    doubt(word, part, HIGHEST[i]);
                }
            }
        }
    }

    /** What of a field never comes; seen by experiment with Monit 5.33. */
    private void doubt(Word word, String part, int highest) {
        Matcher range = RANGE.matcher(part);
        if (!range.matches()) {
            never(word, part, "a range needs two numbers");
            return;
        }
        String last = range.group(2) == null ? range.group(1) : range.group(2);
        if (number(last) > highest) {
            never(word, last, "this field ends at " + highest + (highest == SATURDAY ? ", Sunday is 0" : ""));
        } else if (number(range.group(1)) > number(last)) {
            never(word, part, "a range runs from the lower number to the higher");
        }
    }

    private void never(Word word, String part, String reason) {
        c.warn(Diagnostic.warning(word.span(), "\"" + part + "\" is never reached", reason).see("every"));
    }

    private static int number(String digits) {
        return digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
