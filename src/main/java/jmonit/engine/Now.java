package jmonit.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

/** The time of a message: {@code elapsed} counts from the start and never jumps, {@code local} is what cron fields mean. */
public record Now(Instant wall, Duration elapsed, LocalDateTime local) {

    /** A moment near to this one, for those who only look at the clock. */
    Now at(Instant moment) {
        return new Now(moment, elapsed, local.plus(Duration.between(wall, moment)));
    }
}
