package jmonit.channel;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.model.Event;
import jmonit.os.Ticker;

/** Brings events to one collector, in order, and in each cycle how everything is. A thread of its own. */
final class CollectorRoute implements Route {

    private static final Logger LOG = LoggerFactory.getLogger("jmonit");

    private static final Duration NEVER = Duration.ofDays(36_500);

    private final Ends ends;
    private final Ticker ticker;
    private final Backlog<String> backlog;
    private final BiConsumer<Note, String> settled;
    private final Trouble trouble = new Trouble();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private Duration beat;
    private boolean closed;

    /**
     * From where to where.
     *
     * @param address names the collector in the queue and in the log, without a password
     * @param cycle how often it wants to hear of us, zero for only when something happens
     */
    record Ends(Report report, Collector collector, String address, Duration cycle) {
    }

    CollectorRoute(Ends ends, Ticker ticker, Backlog<String> backlog, BiConsumer<Note, String> settled) {
        this.ends = ends;
        this.ticker = ticker;
        this.backlog = backlog;
        this.settled = settled;
        this.beat = ends.cycle().isZero() ? NEVER : ticker.elapsed();
        this.thread = Thread.ofVirtual().name("jmonit-collector").unstarted(this::work);
    }

    @Override
    public void open() {
        thread.start();
    }

    @Override
    public String address() {
        return ends.address();
    }

    @Override
    public void add(Note note) {
        locked(() -> {
            backlog.add(new Parcel<>(note, ends.address(), ""));
            backlog.surplus().ifPresent(p -> {
                backlog.patience().tooMany(p.note(), ends.address());
                settled.accept(p.note(), ends.address());
            });
        });
    }

    private void locked(Runnable what) {
        lock.lock();
        try {
            what.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean troubled() {
        lock.lock();
        try {
            return backlog.troubled();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        try {
            while (turn()) {
                // each turn sends one document
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean turn() throws InterruptedException {
        Optional<Parcel<String>> news = next();
        if (news.isPresent()) {
            tell(news.get());
        } else if (!closed()) {
            show();
        }
        return !closed();
    }

    private boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for news, but not longer than to the end of the cycle. */
    private Optional<Parcel<String>> next() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                Duration now = ticker.elapsed();
                Optional<Parcel<String>> parcel = backlog.take(now);
                if (parcel.isPresent() || beat.compareTo(now) <= 0) {
                    return parcel;
                }
                Duration due = backlog.next().filter(d -> d.compareTo(beat) < 0).orElse(beat);
                changed.await(Math.max(1, due.minus(now).toNanos()), TimeUnit.NANOSECONDS);
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private void tell(Parcel<String> parcel) throws InterruptedException {
        if (backlog.patience().overFor(parcel.note())) {
            backlog.patience().tooOld(parcel.note(), ends.address());
            locked(() -> backlog.dropped(parcel));
            settled.accept(parcel.note(), ends.address());
            return;
        }
        if (sent(List.of(parcel.note().event()))) {
            locked(() -> backlog.done(parcel));
            settled.accept(parcel.note(), ends.address());
        } else {
            locked(() -> backlog.unreachable(parcel, ticker.elapsed()));
        }
    }

    /** Whoever can hear this can hear the rest, too. */
    private void show() throws InterruptedException {
        beat = ticker.elapsed().plus(ends.cycle());
        if (sent(List.of())) {
            locked(backlog::succeeded);
        }
    }

    private boolean sent(List<Event> news) throws InterruptedException {
        try {
            ends.collector().send(ends.report().document(news));
            trouble.isOver("M/Monit: " + ends.address() + " takes messages again");
            return true;
        } catch (IOException e) {
            complain("M/Monit: failed to send message to " + ends.address() + " -- " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("A fault in jmonit: nothing is sent to {}", ends.address(), e);
        }
        return false;
    }

    /** At the end we hang up ourselves. */
    private void complain(String words) {
        if (!closed()) {
            trouble.is(words, "");
        }
    }

    /** Waits until all is delivered, no longer than that, and not for a collector that is not there. How many events are left. */
    @Override
    public int drain(Duration patience) throws InterruptedException {
        Duration end = ticker.elapsed().plus(patience);
        lock.lock();
        try {
            while (backlog.size() > 0 && !backlog.troubled() && ticker.elapsed().compareTo(end) < 0) {
                changed.await(Math.max(1, end.minus(ticker.elapsed()).toNanos()), TimeUnit.NANOSECONDS);
            }
            return backlog.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        locked(() -> closed = true);
        thread.interrupt();
    }
}
