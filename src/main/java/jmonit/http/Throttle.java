package jmonit.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.locks.ReentrantLock;

import jmonit.os.Ticker;

/**
 * Makes guessing passwords slow: after a few mistakes an address waits its turn for each attempt, alone with its own
 * mistakes. Who has logged in from there lately does not wait for others. Bounded: the address that was quiet for the
 * longest time is forgotten first.
 */
final class Throttle {

    private static final int MOST = 1024;
    private static final int FREE = 5;
    private static final Duration STEP = Duration.ofMillis(250);
    private static final Duration FORGIVEN = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final LinkedHashMap<String, Record> records = new LinkedHashMap<>(16, 0.75f, true);
    private final Ticker ticker;

    private record Record(int mistakes, Duration last, Duration free, String welcome) {
    }

    Throttle(Ticker ticker) {
        this.ticker = ticker;
    }

    /** How long this attempt has to wait; as long as it may get means that there are too many. */
    Duration turn(String address, String user) {
        lock.lock();
        try {
            Duration now = ticker.elapsed();
            Record record = record(address, now);
            if (record.mistakes() < FREE || record.welcome().equals("user " + user)) {
                return Duration.ZERO;
            }
            Duration begin = record.free().compareTo(now) > 0 ? record.free() : now;
            Duration wait = begin.plus(STEP).minus(now);
            if (wait.compareTo(LONGEST) < 0) {
                records.put(address, new Record(record.mistakes(), record.last(), begin.plus(STEP), record.welcome()));
                return wait;
            }
            return LONGEST;
        } finally {
            lock.unlock();
        }
    }

    static boolean tooMany(Duration wait) {
        return wait.compareTo(LONGEST) >= 0;
    }

    void mistaken(String address) {
        lock.lock();
        try {
            Duration now = ticker.elapsed();
            Record before = record(address, now);
            records.put(address, new Record(Math.min(before.mistakes() + 1, FREE), now, before.free(), before.welcome()));
            if (records.size() > MOST) {
                records.pollFirstEntry();
            }
        } finally {
            lock.unlock();
        }
    }

    void welcomed(String address, String user) {
        lock.lock();
        try {
            // Who made no mistakes needs no record.
            records.computeIfPresent(address, (_, r) -> new Record(r.mistakes(), r.last(), r.free(), "user " + user));
        } finally {
            lock.unlock();
        }
    }

    private Record record(String address, Duration now) {
        Record record = records.getOrDefault(address, new Record(0, now, now, ""));
        return now.minus(record.last()).compareTo(FORGIVEN) > 0 ? new Record(0, now, now, record.welcome()) : record;
    }
}
