package jmonit.channel;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    private final Tray tray;
    private final BiConsumer<Note, String> settled;
    private final Trouble trouble = new Trouble();
    private final Thread thread;
    private Duration beat;

    /**
     * From where to where.
     *
     * @param address names the collector in the queue and in the log, without a password
     * @param cycle how often it wants to hear of us, zero for only when something happens
     */
    record Ends(Report report, Collector collector, String address, Duration cycle) {
    }

    private enum Answer {
        HEARD, NOT_NOW, NOT_SENT
    }

    CollectorRoute(Ends ends, Ticker ticker, Backlog<String> backlog, BiConsumer<Note, String> settled) {
        this.ends = ends;
        this.ticker = ticker;
        this.tray = new Tray(ticker, backlog);
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
        tray.add(new Parcel<>(note, ends.address(), ""), ends.address(), n -> settled.accept(n, ends.address()));
    }

    @Override
    public boolean troubled() {
        return tray.troubled();
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
        Optional<Parcel<String>> news = tray.next(beat);
        if (news.isPresent()) {
            tell(news.get());
        } else if (!tray.closed()) {
            show();
        }
        return !tray.closed();
    }

    private void tell(Parcel<String> parcel) throws InterruptedException {
        if (tray.patience().overFor(parcel.note())) {
            tray.patience().tooOld(parcel.note(), ends.address());
            tray.change(b -> b.dropped(parcel));
            settled.accept(parcel.note(), ends.address());
            return;
        }
        switch (answer(List.of(parcel.note().event()))) {
            case HEARD -> {
                tray.change(b -> b.done(parcel));
                settled.accept(parcel.note(), ends.address());
            }
            case NOT_NOW -> tray.change(b -> b.unreachable(parcel, ticker.elapsed()));
            case NOT_SENT -> failed(parcel);
        }
    }

    /** It may be because of this event: where the status is heard a few times and it is not, the others go on without it. */
    private void failed(Parcel<String> parcel) {
        if (!tray.refused(parcel, Duration.ZERO, ticker.elapsed())) {
            Patience.refused(parcel.note(), ends.address(), "it cannot be written");
            settled.accept(parcel.note(), ends.address());
        }
    }

    /** Whoever can hear this can hear the rest, too. */
    private void show() throws InterruptedException {
        beat = ticker.elapsed().plus(ends.cycle());
        if (answer(List.of()) == Answer.HEARD) {
            tray.change(Backlog::succeeded);
        }
    }

    private Answer answer(List<Event> news) throws InterruptedException {
        try {
            ends.collector().send(ends.report().document(news));
            trouble.isOver("M/Monit: " + ends.address() + " takes messages again");
            return Answer.HEARD;
        } catch (IOException e) {
            complain("M/Monit: failed to send message to " + ends.address() + " -- " + e.getMessage());
            return Answer.NOT_NOW;
        } catch (RuntimeException | Error e) {
            LOG.error("A fault in jmonit: nothing is sent to {}", ends.address(), e);
            return Answer.NOT_SENT;
        }
    }

    /** At the end we hang up ourselves. */
    private void complain(String words) {
        if (!tray.closed()) {
            trouble.is(words, "");
        }
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
