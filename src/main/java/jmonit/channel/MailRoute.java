package jmonit.channel;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private final Ticker ticker;
    private final BiConsumer<Note, Mail> settled;
    private final MailTray tray;
    private final Trouble trouble = new Trouble();
    private volatile Servers servers = new Servers(List.of(), _ -> {
        throw new IOException("there is no mail server");
    });

    /** Where mails go, in the order to try. */
    record Servers(List<MailServer> list, Post post) {

        Servers {
            list = List.copyOf(list);
        }
    }

    /** {@code settled} is told of each mail that is taken, or refused for ever. */
    MailRoute(Ticker ticker, Backlog<Mail> backlog, BiConsumer<Note, Mail> settled) {
        this.ticker = ticker;
        this.tray = new MailTray(ticker, backlog, this::talk);
        this.settled = settled;
    }

    void serve(Servers others, Patience patience) {
        servers = others;
        tray.change(b -> {
            b.bound(patience);
            b.reopen();
        });
    }

    void add(Note note, Mail mail) {
        tray.add(new Parcel<>(note, mail, mail.about() + " " + mail.to())).ifPresent(this::lost);
    }

    private void lost(Parcel<Mail> parcel) {
        tray.ask(Backlog::patience).tooMany(parcel.note(), parcel.what().to());
        settled.accept(parcel.note(), parcel.what());
    }

    /** Whether nobody takes mails at the moment. */
    boolean troubled() {
        return tray.ask(Backlog::troubled);
    }

    private void talk() {
        try (var line = new MailLine(() -> servers, ticker)) {
            for (Optional<Parcel<Mail>> next = tray.next(line); next.isPresent(); next = tray.next(line)) {
                deliver(next.get(), line);
                if (line.surplus()) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            tray.leave();
        }
    }

    private void deliver(Parcel<Mail> parcel, MailLine line) throws InterruptedException {
        if (tooOld(parcel)) {
            return;
        }
        long before = tray.ask(Backlog::successes);
        boolean fresh = !line.open();
        try {
            answered(parcel, line.talk().deliver(parcel.what()));
            line.delivered();
        } catch (IOException e) {
            line.hangUp();
            if (fresh && before == tray.ask(Backlog::successes)) {
                unreachable(parcel, e);
            } else {
                // A conversation that was silent for long may be over.
                tray.again(parcel, line, fresh);
            }
        } catch (RuntimeException | Error e) {
            LOG.error("A fault in jmonit: a mail to {} is not sent", parcel.what().to(), e);
            line.hangUp();
            tray.change(b -> b.later(parcel, ticker.elapsed()));
        }
    }

    private boolean tooOld(Parcel<Mail> parcel) {
        Patience patience = tray.ask(Backlog::patience);
        if (!patience.overFor(parcel.note())) {
            return false;
        }
        patience.tooOld(parcel.note(), parcel.what().to());
        tray.change(b -> b.dropped(parcel));
        settled.accept(parcel.note(), parcel.what());
        return true;
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
                tray.change(b -> wait.add(b.later(parcel, ticker.elapsed())));
                if (parcel.attempts() == 0) {
                    LOG.warn("'{}' Mail to {} is not taken now -- {}; it is sent again in {} s", mail.about(), mail.to(), said,
                            Math.max(1, wait.getFirst().toSeconds()));
                }
            }
        }
    }

    private void done(Parcel<Mail> parcel) {
        tray.done(parcel);
        trouble.isOver("Mail: a mail server is available again");
        settled.accept(parcel.note(), parcel.what());
    }

    private void unreachable(Parcel<Mail> parcel, IOException cause) {
        tray.change(b -> b.unreachable(parcel, ticker.elapsed()));
        if (Thread.currentThread().isInterrupted()) {
            // At the end we hang up ourselves.
            return;
        }
        trouble.is("Mail: Delivery failed -- " + cause.getMessage(),
                "; alerts wait in the queue and are sent when a mail server is available");
    }

    int drain(Duration patience) throws InterruptedException {
        return tray.drain(patience);
    }

    @Override
    public void close() {
        tray.close();
    }
}
