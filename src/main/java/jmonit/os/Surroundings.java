package jmonit.os;

import java.time.Duration;

/** What the figures of a process are held against. */
public interface Surroundings {

    int cores();

    /** Bytes. */
    long memory();

    /** Since the start of the machine, on a clock that nobody sets. */
    Duration uptime();

    /** Processes that want to run, on average over so many minutes: 1, 5 or 15. */
    double load(int minutes);
}
