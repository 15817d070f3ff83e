package jmonit.engine;

import java.time.Duration;
import java.time.LocalDateTime;

import jmonit.model.Schedule;
import jmonit.rule.Cron;

/** When a service is due. Cycles of all services fall together; one that comes too late is not made up for. */
final class Timetable {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Duration interval;

    Timetable(Duration interval) {
        this.interval = interval;
    }

    Duration interval() {
        return interval;
    }

    /** The service's own poll interval. */
    Duration interval(Schedule schedule) {
        return schedule instanceof Schedule.Interval(Duration own) ? own : interval;
    }

    /** The next due time, in step with {@code due}. */
    Duration after(Duration due, Schedule schedule, Now now) {
        if (schedule instanceof Schedule.Cron cron && !cron.negated()) {
            return now.elapsed().plus(untilNext(cron, now.local()));
        }
        Duration step = interval(schedule);
        Duration next = due.plus(step);
        if (next.compareTo(now.elapsed()) > 0) {
            return next;
        }
        long passed = now.elapsed().minus(due).dividedBy(step);
        return due.plus(step.multipliedBy(passed + 1));
    }

    /** The wall clock may be set: it is asked again after a minute at the latest. */
    private static Duration untilNext(Schedule.Cron cron, LocalDateTime now) {
        Duration next = Cron.of(cron).next(now).map(n -> Duration.between(now, n)).orElse(MINUTE);
        return next.compareTo(MINUTE) < 0 ? next : MINUTE;
    }

    /** Whether this cycle, the {@code cycle}th from 1 on, is one to look in. */
    static boolean looks(Schedule schedule, long cycle, LocalDateTime now) {
        return switch (schedule) {
            case Schedule.EveryCycle _, Schedule.Interval _ -> true;
            case Schedule.EveryNth(long n) -> (cycle - 1) % n == 0;
            case Schedule.Cron cron -> Cron.of(cron).matches(now);
        };
    }
}
