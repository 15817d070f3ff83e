package jmonit.history;

import java.time.Duration;
import java.time.Instant;

/**
 * How far back one looks, and how closely. 20 seconds rather than the 10 in which snapshots come, or a snapshot that is a moment late would
 * leave a gap.
 */
public enum Range {
    HOUR(20, 180), DAY(300, 288);

    private final int seconds;
    private final int points;

    Range(int seconds, int points) {
        this.seconds = seconds;
        this.points = points;
    }

    public Duration step() {
        return Duration.ofSeconds(seconds);
    }

    public int points() {
        return points;
    }

    /** The number of the step a moment lies in, counted from 1970. */
    long stepOf(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), seconds);
    }

    Instant begin(long step) {
        return Instant.ofEpochSecond(step * seconds);
    }

    /** How many steps of the finest range make one of this. */
    int parts() {
        return seconds / HOUR.seconds;
    }

    /** The step of this range that holds a step of the finest. */
    long stepAround(long fine) {
        return Math.floorDiv(fine, parts());
    }

    int placeOf(long step) {
        return Math.floorMod(step, points);
    }
}
