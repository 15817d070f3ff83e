package jmonit.channel;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.model.MailServer;
import jmonit.os.Ticker;

/**
 * Brings mails to a server, over a few conversations that go on as long as there are mails. The conversations are threads that come and go
 * with the work.
 */
final class MailRoute implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("jmonit");

    /** A burst gets more conversations, but no server is overrun. */
    private static final int MOST_TALKS = 10;
    private static final int MAILS_A_TALK = 8;
    /** A conversation without anything to say is over. */
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final Ticker ticker;
    private final BiConsumer<Note, Mail> settled;
    private final Backlog<Mail> backlog;
    private final Trouble trouble = new Trouble();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Thread> talks = new HashSet<>();
    private volatile Servers servers = new Servers(List.of(), _ -> {
        throw new IOException("there is no mail server");
    });
    private boolean closed;

    /** Where mails go, in the order to try. */
    record Servers(List<MailServer> list, Post post) {

        Servers {
            list = List.copyOf(list);
        }
    }

    /** {@code settled} is told of each mail that is taken, or refused for ever. */
    MailRoute(Ticker ticker, Backlog<Mail> backlog, BiConsumer<Note, Mail> settled) {
        this.ticker = ticker;
        this.backlog = backlog;
        this.settled = settled;
    }

    void serve(Servers others, Patience patience) {
        servers = others;
        locked(() -> {
            backlog.bound(patience);
            backlog.reopen();
        });
    }

    void add(Note note, Mail mail) {
        locked(() -> {
            backlog.add(new Parcel<>(note, mail, mail.about() + " " + mail.to()));
            backlog.surplus().ifPresent(p -> {
                backlog.patience().tooMany(p.note(), p.what().to());
                settled.accept(p.note(), p.what());
            });
            if (!closed && talks.size() < Math.min(MOST_TALKS, 1 + backlog.size() / MAILS_A_TALK)) {
                talks.add(Thread.ofVirtual().name("jmonit-mail").start(this::talk));
            }
        });
    }

    /** Whether nobody takes mails at the moment. */
    boolean troubled() {
        lock.lock();
        try {
            return backlog.troubled();
        } finally {
            lock.unlock();
        }
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

    private void talk() {
        // Whoever starts us still holds the lock: we are among the others before we begin.
        try (var line = new Line()) {
            for (Optional<Parcel<Mail>> next = next(line); next.isPresent(); next = next(line)) {
                deliver(next.get(), line);
                if (line.surplus) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            locked(() -> talks.remove(Thread.currentThread()));
        }
    }

    /** Empty when this conversation has nothing to do any more. */
    private Optional<Parcel<Mail>> next(Line line) throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                Optional<Parcel<Mail>> parcel = backlog.take(ticker.elapsed());
                if (parcel.isPresent()) {
                    return parcel;
                }
                Optional<Duration> due = backlog.next();
                boolean last = talks.size() == 1;
                if (!last && line.silent() || last && due.isEmpty() && line.silent()) {
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
    private void await(Optional<Duration> due, Line line) throws InterruptedException {
        Duration wait = due.map(d -> d.minus(ticker.elapsed())).filter(d -> d.compareTo(SILENCE) < 0 && d.isPositive()).orElse(SILENCE);
        boolean called = changed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        line.silence = called ? Duration.ZERO : line.silence.plus(wait);
        if (line.silent() && line.open()) {
            lock.unlock();
            try {
                line.hangUp();
            } finally {
                lock.lock();
            }
        }
    }

    private void deliver(Parcel<Mail> parcel, Line line) throws InterruptedException {
        if (tooOld(parcel)) {
            return;
        }
        long before = successes();
        boolean fresh = !line.open();
        try {
            answered(parcel, line.talk().deliver(parcel.what()));
        } catch (IOException e) {
            line.hangUp();
            if (fresh && before == successes()) {
                unreachable(parcel, e);
            } else {
                // A conversation that was silent for long may be over. Where others are listened to, one too many is no trouble.
                locked(() -> {
                    line.surplus = fresh && talks.size() > 1;
                    backlog.again(parcel);
                });
            }
        } catch (RuntimeException e) {
            LOG.error("A fault in jmonit: a mail to {} is not sent", parcel.what().to(), e);
            line.hangUp();
            locked(() -> backlog.later(parcel, ticker.elapsed()));
        }
    }

    private boolean tooOld(Parcel<Mail> parcel) {
        Patience patience = patience();
        if (!patience.overFor(parcel.note())) {
            return false;
        }
        patience.tooOld(parcel.note(), parcel.what().to());
        locked(() -> backlog.dropped(parcel));
        settled.accept(parcel.note(), parcel.what());
        return true;
    }

    private Patience patience() {
        lock.lock();
        try {
            return backlog.patience();
        } finally {
            lock.unlock();
        }
    }

    private long successes() {
        lock.lock();
        try {
            return backlog.successes();
        } finally {
            lock.unlock();
        }
    }

    private void answered(Parcel<Mail> parcel, Post.Answer answer) {
        Mail mail = parcel.what();
        switch (answer) {
            case Post.Answer.Taken _ -> done(parcel);
            case Post.Answer.Refused(String said) -> {
                LOG.error("'{}' Mail to {} is refused -- {}; it is not sent again: {}", mail.about(), mail.to(), said, mail.subject());
                done(parcel);
            }
            case Post.Answer.Later(String said) -> {
                var wait = new ArrayList<Duration>();
                locked(() -> wait.add(backlog.later(parcel, ticker.elapsed())));
                if (parcel.attempts() == 0) {
                    LOG.warn("'{}' Mail to {} is not taken now -- {}; it is sent again in {} s", mail.about(), mail.to(), said,
                            Math.max(1, wait.getFirst().toSeconds()));
                }
            }
        }
    }

    private void done(Parcel<Mail> parcel) {
        locked(() -> backlog.done(parcel));
        trouble.isOver("Mail: a mail server is available again");
        settled.accept(parcel.note(), parcel.what());
    }

    private void unreachable(Parcel<Mail> parcel, IOException cause) {
        locked(() -> backlog.unreachable(parcel, ticker.elapsed()));
        if (Thread.currentThread().isInterrupted()) {
            // At the end we hang up ourselves.
            return;
        }
        trouble.is("Mail: Delivery failed -- " + cause.getMessage(),
                "; alerts wait in the queue and are sent when a mail server is available");
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

    @Override
    public void close() {
        locked(() -> {
            closed = true;
            talks.forEach(Thread::interrupt);
        });
    }

    /** The conversation of one thread, if there is one. */
    private final class Line implements AutoCloseable {

        private final List<Post.Talk> open = new ArrayList<>();
        private Duration silence = Duration.ZERO;
        private boolean surplus;

        boolean open() {
            return !open.isEmpty();
        }

        boolean silent() {
            return silence.compareTo(SILENCE) >= 0;
        }

        Post.Talk talk() throws IOException, InterruptedException {
            silence = Duration.ZERO;
            if (open.isEmpty()) {
                open.add(first(servers));
            }
            return open.getFirst();
        }

        /** Of the first server that listens. */
        private static Post.Talk first(Servers servers) throws IOException, InterruptedException {
            var reasons = new ArrayList<String>();
            for (MailServer server : servers.list()) {
                try {
                    return servers.post().greet(server);
                } catch (IOException e) {
                    reasons.add(e.getMessage());
                }
            }
            throw new IOException(reasons.isEmpty() ? "there is no set mailserver" : String.join("; ", reasons));
        }

        void hangUp() {
            open.forEach(Post.Talk::close);
            open.clear();
        }

        @Override
        public void close() {
            hangUp();
        }
    }
}
