package jmonit.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;

/**
 * A time of the day on some days of the week, by the clock on the wall. Where it ends no later than it begins it goes on into the next day
 * and belongs to the one it began on.
 *
 * @param text as the operator wrote it
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to, String text) {

    private static final int WEEK = 7;

    public Hours {
        days = Set.copyOf(days);
    }

    public boolean covers(LocalDateTime now) {
        return within(now.minusDays(1), now) || within(now, now);
    }

    private boolean within(LocalDateTime day, LocalDateTime now) {
        LocalDateTime begin = day.toLocalDate().atTime(from);
        return days.contains(day.getDayOfWeek()) && !now.isBefore(begin) && now.isBefore(end(begin));
    }

    private LocalDateTime end(LocalDateTime begin) {
        LocalDateTime end = begin.toLocalDate().atTime(to);
        return end.isAfter(begin) ? end : end.plusDays(1);
    }

    /** How long until they begin or end; what joins without a gap counts as one. */
    public Duration untilChange(LocalDateTime now) {
        boolean inside = covers(now);
        LocalDateTime at = now;
        for (int i = 0; i <= 2 * WEEK + 2 && covers(at) == inside; i++) {
            at = next(at);
        }
        return Duration.between(now, at);
    }

    private LocalDateTime next(LocalDateTime at) {
        LocalDateTime one = at.toLocalDate().atTime(from);
        LocalDateTime other = at.toLocalDate().atTime(to);
        LocalDateTime early = one.isBefore(other) ? one : other;
        LocalDateTime late = one.isBefore(other) ? other : one;
        return early.isAfter(at) ? early : late.isAfter(at) ? late : early.plusDays(1);
    }
}
