package jmonit.channel;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

import jmonit.os.Ticker;

/** A backlog that many threads use. Owns it and its lock, which nobody holds while he talks to anybody. */
final class Guarded<T> {

    private final Ticker ticker;
    private final Backlog<T> backlog;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;

    Guarded(Ticker ticker, Backlog<T> backlog) {
        this.ticker = ticker;
        this.backlog = backlog;
    }

    <R> R ask(Function<Backlog<T>, R> question) {
        lock.lock();
        try {
            return question.apply(backlog);
        } finally {
            lock.unlock();
        }
    }

    void change(Consumer<Backlog<T>> what) {
        lock.lock();
        try {
            what.accept(backlog);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns what there is no room for, of which others are told outside the lock: the log may be on a disk that does not answer. */
    Optional<Parcel<T>> add(Parcel<T> parcel) {
        change(b -> b.add(parcel));
        return ask(Backlog::surplus);
    }

    /** How long to wait where nothing can be taken before {@code next}, if anything; empty for not at all. Asked within the lock. */
    interface Wait {
        Optional<Duration> time(Optional<Duration> next, Duration now);
    }

    /** The first that is due, once it is. Empty when nothing is worth waiting for, and at the end. */
    Optional<Parcel<T>> take(Wait wait) throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                Duration now = ticker.elapsed();
                Optional<Parcel<T>> parcel = backlog.take(now);
                Optional<Duration> time = parcel.isPresent() ? Optional.empty() : wait.time(backlog.next(), now);
                if (time.isEmpty()) {
                    return parcel;
                }
                await(time.get());
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until all is delivered, no longer than that, and neither for somebody who is not there nor for what is to be tried later. How many
     * are left.
     */
    int drain(Duration patience) throws InterruptedException {
        Duration end = ticker.elapsed().plus(patience);
        lock.lock();
        try {
            while (!backlog.troubled() && backlog.soon(ticker.elapsed()) && ticker.elapsed().compareTo(end) < 0) {
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

    boolean closed() {
        return ask(_ -> closed);
    }

    void close() {
        change(_ -> closed = true);
    }
}
