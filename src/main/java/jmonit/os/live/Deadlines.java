package jmonit.os.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends waits whose time is over. One thread looks after all of them, for the one that ends first: a timed wait of each virtual thread of its
 * own would wake the scheduler twice a connection, which costs as much as a part of the connection.
 */
final class Deadlines implements AutoCloseable {

    private static final long NEVER = Long.MAX_VALUE;

    private final long origin = System.nanoTime();
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private final Thread thread = Thread.ofPlatform().daemon().name("jmonit-deadline-1").unstarted(this::run);
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile long next = NEVER;
    private volatile boolean closed;

    /** Something that ends too late. */
    interface Wait {

        /** By the clock of {@link #now}. May be another time at any moment, but never one that is sooner than {@link #patience} from then on. */
        long due();

        long patience();

        /** Called by another thread than the one that waits, once. */
        void expire();
    }

    /** Nanoseconds since the beginning, never negative, so that they can be compared. */
    long now() {
        return System.nanoTime() - origin;
    }

    void add(Wait wait) {
        if (!begun.get() && begun.compareAndSet(false, true)) {
            thread.start();
        }
        waits.add(wait);
        if (wait.due() < next) {
            LockSupport.unpark(thread);
        }
    }

    void remove(Wait wait) {
        waits.remove(wait);
    }

    private void run() {
        while (!closed) {
            // Who is added from here on wakes us, as nobody can know yet when we wake.
            next = NEVER;
            var first = expired();
            next = first;
            if (first == NEVER) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, first - now());
            }
        }
    }

    /** When the next one may be due. */
    private long expired() {
        var first = NEVER;
        var now = now();
        for (var wait : waits) {
            var due = wait.due();
            if (due > now) {
                first = Math.min(first, Math.min(due, now + wait.patience()));
            } else if (waits.remove(wait)) {
                wait.expire();
            }
        }
        return first;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
