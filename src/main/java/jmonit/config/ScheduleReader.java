package jmonit.config;

import java.util.regex.Pattern;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.Schedule;

/** Reads {@code every 3 cycles} and {@code every "* 8-19 * * 1-5"}. */
final class ScheduleReader {

    private static final Pattern CRON = Pattern.compile("\\s*(?:[0-9*,-]+\\s+){4}[0-9*,-]+\\s*");
    private static final int[] HIGHEST = {59, 23, 31, 12, 7};

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
        long cycles = new Values(c).whole("a number of cycles, or five cron fields between quotes");
        if (!c.spent() && !c.take("cycles") && !c.take("cycle")) {
            c.unknown("unit", "every");
        }
        return new Schedule.EveryNth(cycles);
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
            for (String number : fields[i].split("[^0-9]+")) {
                if (!number.isEmpty() && (number.length() > 4 || Integer.parseInt(number) > HIGHEST[i])) {
                    c.warn(Diagnostic.warning(word.span(), "\"" + number + "\" is never reached", "this field ends at " + HIGHEST[i]).see("every"));
                }
            }
        }
    }
}
