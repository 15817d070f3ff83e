package jmonit.model;

import java.time.Duration;

/** When a service is checked. */
public sealed interface Schedule {

    record EveryCycle() implements Schedule {
    }

    record EveryNth(long cycles) implements Schedule {
    }

    /** By the clock, whatever the length of a cycle of the daemon. */
    record Interval(Duration length) implements Schedule {
    }

    /** Five cron fields, kept as written. */
    record Cron(String fields, boolean negated) implements Schedule {
    }

    Schedule EVERY_CYCLE = new EveryCycle();

    /** How far apart two checks of the service are; for cron fields at least, as they come when they come. */
    default Duration cycle(Duration poll) {
        return switch (this) {
            case EveryCycle _ -> poll;
            case EveryNth(long cycles) -> cycles < Integer.MAX_VALUE ? poll.multipliedBy(Math.max(1, cycles)) : Duration.ofDays(Integer.MAX_VALUE);
            case Interval(Duration length) -> length;
            case Cron(String _, boolean negated) -> negated || poll.compareTo(Duration.ofMinutes(1)) > 0 ? poll : Duration.ofMinutes(1);
        };
    }
}
