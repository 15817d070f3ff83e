package jmonit.daemon;

import java.time.Duration;

import jmonit.engine.Urgency;

/**
 * By when the state is to be on disk again. What is urgent waits only while a thousand services change in the same cycle: then each of them
 * would have the state of all be written.
 *
 * @param due far away when all is on disk
 * @param earliest not too soon after the last time
 */
record Deadline(Duration due, Duration earliest) {

    private static final Duration FAR = Duration.ofDays(365_000);
    private static final Duration PAUSE = Duration.ofMillis(50);
    /** At the start all is seen first: in this time most of it comes together. */
    private static final Duration FIRST = Duration.ofMillis(300);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofMinutes(1);

    static final Deadline NONE = new Deadline(FAR, Duration.ZERO);

    Deadline by(Urgency urgency, Duration now) {
        Duration wanted = switch (urgency) {
            case NOW -> earliest.compareTo(now) > 0 ? earliest : now;
            case FIRST -> now.plus(FIRST);
            case SOON -> now.plus(SOON);
            case LATER -> now.plus(LATER);
        };
        return wanted.compareTo(due) < 0 ? new Deadline(wanted, earliest) : this;
    }

    Deadline met(Duration now) {
        return new Deadline(FAR, now.plus(PAUSE));
    }
}
