package jmonit.os.live;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** How often the kernel has killed a process because there was no memory left. */
final class Starvation {

    private static final String COUNTERS = "/proc/vmstat";
    private static final String COUNTER = "\noom_kill ";
    /** Where a hundred programs are started at once, none of them needs a count of its own. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final AtomicReference<Count> LATEST = new AtomicReference<>(new Count(0, System.nanoTime() - FRESH.toNanos()));

    private record Count(long deaths, long at) {
    }

    private Starvation() {
    }

    /** Since the machine began, as it was a moment ago; 0 where the kernel does not tell. */
    static long lately() {
        var now = System.nanoTime();
        var latest = LATEST.get();
        if (now - latest.at < FRESH.toNanos()) {
            return latest.deaths;
        }
        var count = new Count(deaths(), now);
        LATEST.set(count);
        return count.deaths;
    }

    /** The same as it is now. */
    static long deaths() {
        try {
            return count(ProcFile.text(COUNTERS));
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    private static long count(String counters) {
        var start = counters.indexOf(COUNTER);
        var end = counters.indexOf('\n', start + COUNTER.length());
        return start < 0 || end < 0 ? 0 : Long.parseLong(counters.substring(start + COUNTER.length(), end));
    }
}
