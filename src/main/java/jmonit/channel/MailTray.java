package jmonit.channel;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import jmonit.os.Ticker;

/** The mails that wait: any thread puts some in, a few conversations take them out. Owns who converses. */
final class MailTray {

    /** A burst gets more conversations, but no server is overrun. */
    private static final int MOST_TALKS = 10;
    private static final int MAILS_A_TALK = 8;

    private final Guarded<Mail> backlog;
    private final Runnable talk;
    // With the lock of the backlog only.
    private final Set<Thread> talks = new HashSet<>();
    private int most = MOST_TALKS;

    /** {@code talk} is one more conversation. */
    MailTray(Ticker ticker, Backlog<Mail> backlog, Runnable talk) {
        this.backlog = new Guarded<>(ticker, backlog);
        this.talk = talk;
    }

    <T> T ask(Function<Backlog<Mail>, T> question) {
        return backlog.ask(question);
    }

    void change(Consumer<Backlog<Mail>> what) {
        backlog.change(what);
    }

    /** Returns what there is no room for. */
    Optional<Parcel<Mail>> add(Parcel<Mail> parcel) {
        Optional<Parcel<Mail>> surplus = backlog.add(parcel);
        change(this::more);
        return surplus;
    }

    void done(Parcel<Mail> parcel) {
        change(b -> {
            b.done(parcel);
            more(b);
        });
    }

    /** While nobody is there, one is enough to find out when somebody is. */
    private void more(Backlog<Mail> mails) {
        int wanted = mails.troubled() ? 1 : Math.min(most, 1 + mails.size() / MAILS_A_TALK);
        if (!backlog.closed() && talks.size() < wanted) {
            // It begins once we give the lock away, and is among the others by then.
            talks.add(Thread.ofVirtual().name("jmonit-mail").start(talk));
        }
    }

    /** The conversation ended before it was taken. Where others are listened to, one that was not even begun is one too many and no trouble. */
    void again(Parcel<Mail> parcel, MailLine line, boolean fresh) {
        change(b -> {
            if (fresh && talks.size() > 1) {
                line.retire();
                leave();
                most = talks.size();
            }
            b.again(parcel);
        });
    }

    /** Empty when this conversation has nothing to do any more and does not count among the others. */
    Optional<Parcel<Mail>> next(MailLine line) throws InterruptedException {
        Optional<Parcel<Mail>> parcel = backlog.take((next, now) -> line.open() ? line.patience(next, now) : rest(next, now));
        if (parcel.isPresent() || !line.open()) {
            return parcel;
        }
        // The server need not hold a line that nobody speaks on.
        line.hangUp();
        return backlog.take(this::rest);
    }

    /** The last one waits for what is to be tried later; the others are begun anew when there is more to do. */
    private Optional<Duration> rest(Optional<Duration> next, Duration now) {
        if (talks.size() == 1 && next.isPresent()) {
            return next.map(d -> d.minus(now));
        }
        // At once: who adds something from now on must not count on us.
        leave();
        return Optional.empty();
    }

    /** Of the conversation that ends. */
    void leave() {
        change(_ -> {
            talks.remove(Thread.currentThread());
            most = talks.isEmpty() ? MOST_TALKS : most;
        });
    }

    int drain(Duration patience) throws InterruptedException {
        return backlog.drain(patience);
    }

    void close() {
        backlog.close();
        change(_ -> talks.forEach(Thread::interrupt));
    }
}
