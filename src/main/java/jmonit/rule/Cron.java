package jmonit.rule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import jmonit.model.Schedule;

/**
 * Minutes that five fields describe: minute, hour, day, month and weekday, all of which must fit. Monit 5.33 knows *, numbers, ranges and lists;
 * Sunday is 0 only, and a range that runs backwards has no number in it; seen by experiment.
 */
public final class Cron {

    /** After so many days each date has met each weekday, also the 29th of February across a year without one. */
    private static final int LONGEST_SEARCH = 41 * 366;

    private final CronField minute;
    private final CronField hour;
    private final CronField day;
    private final CronField month;
    private final CronField weekday;
    private final boolean negated;

    private Cron(String[] fields, boolean negated) {
        this.minute = CronField.of(fields[0]);
        this.hour = CronField.of(fields[1]);
        this.day = CronField.of(fields[2]);
        this.month = CronField.of(fields[3]);
        this.weekday = CronField.of(fields[4]);
        this.negated = negated;
    }

    public static Cron of(Schedule.Cron schedule) {
        String[] fields = schedule.fields().strip().split("\\s+");
        if (fields.length != 5) {
            throw new IllegalArgumentException("five fields are needed, not \"" + schedule.fields() + "\"");
        }
        return new Cron(fields, schedule.negated());
    }

    /** Whether the service is to be checked in that minute. */
    public boolean matches(LocalDateTime time) {
        return described(time.toLocalDate(), time.getHour(), time.getMinute()) != negated;
    }

    /** The start of the first such minute that begins after that time; none where the fields describe no minute that ever comes. */
    public Optional<LocalDateTime> next(LocalDateTime after) {
        LocalDateTime first = after.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        LocalTime from = first.toLocalTime();
        for (LocalDate date = first.toLocalDate(); date.isBefore(first.toLocalDate().plusDays(LONGEST_SEARCH)); date = date.plusDays(1)) {
            Optional<LocalTime> time = on(date, from);
            if (time.isPresent()) {
                return Optional.of(date.atTime(time.get()));
            }
            from = LocalTime.MIDNIGHT;
        }
        return Optional.empty();
    }

    private Optional<LocalTime> on(LocalDate date, LocalTime from) {
        if (!described(date)) {
            return negated ? Optional.of(from) : Optional.empty();
        }
        for (int h = from.getHour(); h < 24; h++) {
            for (int m = h == from.getHour() ? from.getMinute() : 0; m < 60; m++) {
                if ((hour.has(h) && minute.has(m)) != negated) {
                    return Optional.of(LocalTime.of(h, m));
                }
            }
        }
        return Optional.empty();
    }

    private boolean described(LocalDate date, int h, int m) {
        return minute.has(m) && hour.has(h) && described(date);
    }

    private boolean described(LocalDate date) {
        return day.has(date.getDayOfMonth()) && month.has(date.getMonthValue()) && weekday.has(date.getDayOfWeek().getValue() % 7);
    }
}
