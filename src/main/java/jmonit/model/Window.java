package jmonit.model;

import java.time.Duration;

/**
 * "N times within M cycles" or, where {@code span} is not zero, "N times within a span of time". One bit of history is kept for each cycle,
 * hence the limit.
 */
public record Window(int times, int cycles, Duration span) {

    public static final int MAX_CYCLES = Long.SIZE;
    public static final Window ONCE = new Window(1, 1);

    /** As many times as the span has cycles. */
    private static final int ALL = 0;

    public Window {
        boolean counted = span.isZero();
        if (cycles < 1 || cycles > MAX_CYCLES) {
            throw new IllegalArgumentException("cycles must be 1.." + MAX_CYCLES + ", was " + cycles);
        }
        if (span.isNegative() || !counted && cycles > 1) {
            throw new IllegalArgumentException("a window has cycles or a span, not " + cycles + " and " + span);
        }
        if (counted && (times < 1 || times > cycles) || times < ALL || times > MAX_CYCLES) {
            throw new IllegalArgumentException("times must be 1.." + (counted ? cycles : MAX_CYCLES) + ", was " + times);
        }
    }

    public Window(int times, int cycles) {
        this(times, cycles, Duration.ZERO);
    }

    /** In each cycle of a span of time. */
    public static Window throughout(Duration span) {
        return new Window(ALL, 1, span);
    }

    /** Some times within a span of time. */
    public static Window within(int times, Duration span) {
        return new Window(times, 1, span);
    }

    public boolean timed() {
        return !span.isZero();
    }

    /** Whether each cycle of the window counts, as in "for 3 cycles" and "for 2 minutes". */
    public boolean unbroken() {
        return timed() ? times == ALL : times == cycles;
    }

    /**
     * The same window counted in cycles of that length. A started cycle is a whole one, a window is never too short for its own times, and
     * never longer than the history that is kept.
     */
    public Window counted(Duration cycle) {
        if (!timed()) {
            return this;
        }
        int fitting = (int) Math.clamp(cyclesOf(cycle), Math.max(1, times), MAX_CYCLES);
        return new Window(times == ALL ? fitting : times, fitting);
    }

    /** How many cycles of that length the span has; more than can be kept, perhaps. */
    public long cyclesOf(Duration cycle) {
        return timed() ? span.plus(cycle).minusNanos(1).dividedBy(cycle) : cycles;
    }
}
