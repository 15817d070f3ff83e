package jmonit.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import jmonit.os.Ticker;

/** What waits for one receiver: any thread puts something in, one takes it out. Owns the backlog and its lock. */
final class Tray {

    private final Ticker ticker;
    private final Backlog<String> backlog;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;

    Tray(Ticker ticker, Backlog<String> backlog) {
        this.ticker = ticker;
        this.backlog = backlog;
    }

    Patience patience() {
        return backlog.patience();
    }

    /** {@code lost} is told of what there is no room for. */
    void add(Parcel<String> parcel, String address, Consumer<Note> lost) {
        var surplus = new ArrayList<Note>();
        change(b -> {
            b.add(parcel);
            b.surplus().ifPresent(p -> surplus.add(p.note()));
        });
        // Not within the lock: the log may be on a disk that does not answer.
        surplus.forEach(n -> {
            patience().tooMany(n, address);
            lost.accept(n);
        });
    }

    void change(Consumer<Backlog<String>> what) {
        lock.lock();
        try {
            what.accept(backlog);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for news, but not longer than to the end of the cycle. */
    Optional<Parcel<String>> next(Duration beat) throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                Duration now = ticker.elapsed();
                Optional<Parcel<String>> parcel = backlog.take(now);
                if (parcel.isPresent() || beat.compareTo(now) <= 0) {
                    return parcel;
                }
                Duration due = backlog.next().filter(d -> d.compareTo(beat) < 0).orElse(beat);
                await(due.minus(now));
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all is delivered, no longer than that, and not for a receiver that is not there. How many are left. */
    int drain(Duration patience) throws InterruptedException {
        Duration end = ticker.elapsed().plus(patience);
        lock.lock();
        try {
            while (backlog.size() > 0 && !backlog.troubled() && ticker.elapsed().compareTo(end) < 0) {
                await(end.minus(ticker.elapsed()));
            }
            return backlog.size();
        } finally {
            lock.unlock();
        }
    }

    private void await(Duration time) throws InterruptedException {
        changed.await(Math.max(1, time.toNanos()), TimeUnit.NANOSECONDS);
    }

    boolean troubled() {
        lock.lock();
        try {
            return backlog.troubled();
        } finally {
            lock.unlock();
        }
    }

    boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        change(_ -> closed = true);
    }
}
