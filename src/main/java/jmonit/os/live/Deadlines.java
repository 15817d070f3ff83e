package jmonit.os.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends waits whose time is over. One thread looks after all of them: a timed wait of each virtual thread of its
 * own would wake the scheduler twice a connection, which costs as much as a part of the connection.
 */
final class Deadlines implements AutoCloseable {

    /** Nobody minds whether a server has 10 ms more. */
    private static final long FINEST = 10_000_000;

    private final long origin = System.nanoTime();
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private final Thread thread = Thread.ofPlatform().daemon().name("jmonit-deadline-1").unstarted(this::run);
    private final AtomicBoolean begun = new AtomicBoolean();
    /** The smallest patience there ever was: we look at least as often, so that nobody has to wake us. */
    private final AtomicLong least = new AtomicLong(Long.MAX_VALUE);
    private volatile boolean idle;
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
        if (wait.patience() < least.get()) {
            least.accumulateAndGet(wait.patience(), Math::min);
            LockSupport.unpark(thread);
        } else if (idle) {
            LockSupport.unpark(thread);
        }
    }

    void remove(Wait wait) {
        waits.remove(wait);
    }

    private void run() {
        while (!closed) {
            var pause = pause();
            if (waits.isEmpty()) {
                rest();
            } else {
                LockSupport.parkNanos(this, pause);
            }
        }
    }

    /** Until somebody waits. Who came before we said that we rest is seen by us, who comes after wakes us. */
    private void rest() {
        idle = true;
        if (waits.isEmpty() && !closed) {
            LockSupport.park(this);
        }
        idle = false;
    }

    /** Ends what is over, and says how long the next one may take at least. What begins meanwhile has its patience before it. */
    private long pause() {
        var now = now();
        var pause = least.get();
        for (var wait : waits) {
            var due = wait.due();
            if (due > now) {
                pause = Math.min(pause, due - now);
            } else if (waits.remove(wait)) {
                wait.expire();
            }
        }
        return Math.max(pause, FINEST);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
