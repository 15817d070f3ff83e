package jmonit.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What counters were when each of the last sixty minutes and twenty-four hours began, by the clock, as Monit counts: "in last 2 minutes"
 * is all since the minute before this one began. It is written and read as one line of text.
 */
final class TrafficHistory {

    private static final int MINUTES = 60;
    private static final int HOURS = 24;
    private static final long HOUR = 60;
    private static final long LONGEST_CYCLE = 10;

    /** Counters by the minute, since 1970, in which they were first seen. */
    private final NavigableMap<Long, long[]> seen = new TreeMap<>();

    static TrafficHistory of(String text) {
        var history = new TrafficHistory();
        for (var entry : text.isEmpty() ? new String[0] : text.split(";")) {
            var numbers = Arrays.stream(entry.split(" ")).mapToLong(Long::parseLong).toArray();
            history.seen.put(numbers[0], Arrays.copyOfRange(numbers, 1, numbers.length));
        }
        return history;
    }

    void note(Instant now, long... counters) {
        var minute = minute(now);
        seen.putIfAbsent(minute, counters.clone());
        var oldest = minute - (HOURS + 1) * HOUR;
        seen.keySet().removeIf(at -> at < oldest || at < minute - MINUTES && !firstOfItsHour(at));
    }

    private boolean firstOfItsHour(long minute) {
        var earlier = seen.lowerKey(minute);
        return earlier == null || earlier / HOUR != minute / HOUR;
    }

    /** What the counter grew within the last {@code range}; whole hours where {@code hourly}. */
    double within(Duration range, boolean hourly, Instant now, int counter, long value) {
        var minute = minute(now);
        var begin = hourly ? (minute / HOUR - range.toHours() + 1) * HOUR : minute - range.toMinutes() + 1;
        if (range.isZero() || seen.isEmpty()) {
            return 0;
        }
        var base = hourly ? seen.ceilingEntry(begin) : lookBefore(begin);
        return value - base.getValue()[counter];
    }

    /** Where nobody looked at that minute the look before it counts, so that nothing is lost, but for a long silence. */
    private Map.Entry<Long, long[]> lookBefore(long begin) {
        var before = seen.floorEntry(begin);
        return before == null || before.getKey() < begin - LONGEST_CYCLE ? seen.ceilingEntry(begin) : before;
    }

    private static long minute(Instant now) {
        return now.getEpochSecond() / 60;
    }

    @Override
    public String toString() {
        return seen.entrySet().stream().map(e -> e.getKey() + " "
                + Arrays.stream(e.getValue()).mapToObj(Long::toString).collect(Collectors.joining(" "))).collect(Collectors.joining(";"));
    }
}
