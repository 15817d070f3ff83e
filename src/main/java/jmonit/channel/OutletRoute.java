package jmonit.channel;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.os.Ticker;

/** Brings events to one outlet, in order. A thread of its own. */
final class OutletRoute implements Route {

    private static final Logger LOG = LoggerFactory.getLogger("jmonit");
    private static final Duration NEVER = Duration.ofDays(36_500);

    private final Ends ends;
    private final Ticker ticker;
    private final Tray tray;
    private final BiConsumer<Note, String> settled;
    private final Trouble trouble = new Trouble();
    private final Thread thread;
    private Duration beat;

    /**
     * From where to where.
     *
     * @param address names the outlet in the queue and in the log
     * @param cycle how often it is told what lasts or how everything is, zero for never
     */
    record Ends(Carrier carrier, String address, Duration cycle) {
    }

    OutletRoute(Ends ends, Ticker ticker, Backlog<String> backlog, BiConsumer<Note, String> settled) {
        this.ends = ends;
        this.ticker = ticker;
        this.tray = new Tray(ticker, backlog);
        this.settled = settled;
        this.beat = ends.cycle().isZero() ? NEVER : ticker.elapsed().plus(ends.cycle());
        this.thread = Thread.ofVirtual().name("jmonit-outlet").unstarted(this::work);
    }

    @Override
    public String address() {
        return ends.address();
    }

    @Override
    public void open() {
        thread.start();
    }

    @Override
    public void add(Note note) {
        tray.add(new Parcel<>(note, ends.address(), note.event().service()), ends.address(), n -> settled.accept(n, ends.address()));
    }

    @Override
    public boolean troubled() {
        return tray.troubled();
    }

    private void work() {
        try (Carrier _ = ends.carrier()) {
            while (!tray.closed()) {
                Optional<Parcel<String>> news = tray.next(beat);
                if (news.isPresent()) {
                    tell(news.get());
                } else if (!tray.closed()) {
                    remind();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Parcel<String> parcel) throws InterruptedException {
        if (tray.patience().overFor(parcel.note())) {
            tray.patience().tooOld(parcel.note(), ends.address());
            giveUp(parcel);
            return;
        }
        switch (reply(parcel)) {
            case Reply.Taken _ -> {
                done(parcel);
                over();
            }
            case Reply.Refused(String said) -> {
                var event = parcel.note().event();
                LOG.error("'{}' Alert to {} is refused -- {}; it is not sent again: {}", event.service(), ends.address(), said, event.because());
                done(parcel);
            }
            case Reply.Later(String said, Duration pause) -> {
                tray.change(b -> later(b, parcel, pause));
                complain(said);
            }
            case Reply.Postponed(String said) -> {
                tray.change(b -> b.postponed(parcel, ticker.elapsed()));
                complain(said);
            }
            case Reply.Failed(String said, Duration pause) -> failed(parcel, said, pause);
        }
    }

    private void failed(Parcel<String> parcel, String said, Duration pause) {
        if (tray.refused(parcel, pause, ticker.elapsed())) {
            complain(said);
        } else {
            Patience.refused(parcel.note(), ends.address(), said);
            settled.accept(parcel.note(), ends.address());
        }
    }

    private void giveUp(Parcel<String> parcel) {
        tray.change(b -> b.dropped(parcel));
        settled.accept(parcel.note(), ends.address());
    }

    private Reply reply(Parcel<String> parcel) throws InterruptedException {
        try {
            return ends.carrier().tell(parcel.note().told());
        } catch (IOException e) {
            return new Reply.Later(String.valueOf(e.getMessage()), Duration.ZERO);
        } catch (RuntimeException | Error e) {
            LOG.error("A fault in jmonit: an alert to {} is not sent", ends.address(), e);
            return new Reply.Refused("it cannot be written");
        }
    }

    private void later(Backlog<String> backlog, Parcel<String> parcel, Duration pause) {
        Duration now = ticker.elapsed();
        if (pause.isZero()) {
            backlog.unreachable(parcel, now);
        } else {
            backlog.pause(parcel, now.plus(pause));
        }
    }

    private void done(Parcel<String> parcel) {
        tray.change(b -> b.done(parcel));
        settled.accept(parcel.note(), ends.address());
    }

    /** At the end we hang up ourselves. */
    private void complain(String said) {
        if (!tray.closed()) {
            trouble.is("Alerts are not taken by " + ends.address() + " -- " + said, "; they wait in the queue");
        }
    }

    /** Whoever forgets what nobody repeats; what is not taken now is said again in the next cycle. */
    private void remind() throws InterruptedException {
        beat = ticker.elapsed().plus(ends.cycle());
        try {
            ends.carrier().remind().ifPresent(this::reminded);
        } catch (IOException e) {
            complain(e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.error("A fault in jmonit: {} is not told what lasts", ends.address(), e);
        }
    }

    private void reminded(Reply reply) {
        switch (reply) {
            case Reply.Taken _ -> {
                // Whoever can hear this can hear the rest, too.
                tray.change(Backlog::succeeded);
                over();
            }
            case Reply.Later(String said, _) -> complain(said);
            case Reply.Postponed(String said) -> complain(said);
            case Reply.Failed(String said, _) -> complain(said);
            case Reply.Refused(String said) -> complain(said);
        }
    }

    private void over() {
        trouble.isOver("Alerts are taken again by " + ends.address());
    }

    @Override
    public int drain(Duration patience) throws InterruptedException {
        return tray.drain(patience);
    }

    @Override
    public void close() {
        tray.close();
        thread.interrupt();
    }
}
