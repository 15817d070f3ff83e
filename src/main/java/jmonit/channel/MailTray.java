package jmonit.channel;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

import jmonit.os.Ticker;

/** The mails that wait: any thread puts some in, a few conversations take them out. Owns the backlog, its lock and who converses. */
final class MailTray {

    /** A burst gets more conversations, but no server is overrun. */
    private static final int MOST_TALKS = 10;
    private static final int MAILS_A_TALK = 8;

    private final Ticker ticker;
    private final Backlog<Mail> backlog;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Thread> talks = new HashSet<>();
    private boolean closed;

    MailTray(Ticker ticker, Backlog<Mail> backlog) {
        this.ticker = ticker;
        this.backlog = backlog;
    }

    <T> T ask(Function<Backlog<Mail>, T> question) {
        lock.lock();
        try {
            return question.apply(backlog);
        } finally {
            lock.unlock();
        }
    }

    void change(Consumer<Backlog<Mail>> what) {
        lock.lock();
        try {
            what.accept(backlog);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** {@code lost} is told of what there is no room for; {@code talk} is one more conversation, where there are too few. */
    void add(Parcel<Mail> parcel, Consumer<Parcel<Mail>> lost, Runnable talk) {
        change(b -> {
            b.add(parcel);
            b.surplus().ifPresent(lost);
            if (!closed && talks.size() < Math.min(MOST_TALKS, 1 + b.size() / MAILS_A_TALK)) {
                // It begins once we give the lock away, and is among the others by then.
                talks.add(Thread.ofVirtual().name("jmonit-mail").start(talk));
            }
        });
    }

    /** Of the conversation that ends. */
    void leave() {
        change(_ -> talks.remove(Thread.currentThread()));
    }

    /** The conversation ended before it was taken. Where others are listened to, one that was not even begun is one too many and no trouble. */
    void again(Parcel<Mail> parcel, MailLine line, boolean fresh) {
        change(b -> {
            if (fresh && talks.size() > 1) {
                line.retire();
            }
            b.again(parcel);
        });
    }

    /** Empty when this conversation has nothing to do any more. */
    Optional<Parcel<Mail>> next(MailLine line) throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                Optional<Parcel<Mail>> parcel = backlog.take(ticker.elapsed());
                if (parcel.isPresent()) {
                    return parcel;
                }
                Optional<Duration> due = backlog.next();
                boolean last = talks.size() == 1;
                if (line.silent() && (!last || due.isEmpty())) {
                    return Optional.empty();
                }
                await(due, line);
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** The server need not hold a line that nobody speaks on. Called with the lock, which is free while we wait. */
    private void await(Optional<Duration> due, MailLine line) throws InterruptedException {
        Duration wait = due.map(d -> d.minus(ticker.elapsed())).filter(d -> d.compareTo(MailLine.SILENCE) < 0 && d.isPositive())
                .orElse(MailLine.SILENCE);
        line.waited(wait, changed.await(wait.toNanos(), TimeUnit.NANOSECONDS));
        if (line.silent() && line.open()) {
            lock.unlock();
            try {
                line.hangUp();
            } finally {
                lock.lock();
            }
        }
    }

    /** Waits until all is delivered, no longer than that, and not at all for a server that is not there. How many mails are left. */
    int drain(Duration patience) throws InterruptedException {
        Duration end = ticker.elapsed().plus(patience);
        lock.lock();
        try {
            while (backlog.size() > 0 && !backlog.troubled() && backlog.soon(ticker.elapsed()) && ticker.elapsed().compareTo(end) < 0) {
                changed.await(Math.max(1, end.minus(ticker.elapsed()).toNanos()), TimeUnit.NANOSECONDS);
            }
            return backlog.size();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        change(_ -> {
            closed = true;
            talks.forEach(Thread::interrupt);
        });
    }
}
