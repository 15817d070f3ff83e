package jmonit.channel;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import jmonit.os.Ticker;

/** What waits for one receiver: any thread puts something in, one takes it out. */
final class Tray {

    private final Guarded<String> backlog;

    Tray(Ticker ticker, Backlog<String> backlog) {
        this.backlog = new Guarded<>(ticker, backlog);
    }

    Patience patience() {
        return backlog.ask(Backlog::patience);
    }

    /** {@code lost} is told of what there is no room for. */
    void add(Parcel<String> parcel, String address, Consumer<Note> lost) {
        backlog.add(parcel).map(Parcel::note).ifPresent(n -> {
            patience().tooMany(n, address);
            lost.accept(n);
        });
    }

    void change(Consumer<Backlog<String>> what) {
        backlog.change(what);
    }

    /** Whether it is tried again. */
    boolean refused(Parcel<String> parcel, Duration pause, Duration now) {
        var again = new AtomicBoolean();
        backlog.change(b -> again.set(b.refused(parcel, pause, now)));
        return again.get();
    }

    /** Waits for news, but not longer than to the end of the cycle. */
    Optional<Parcel<String>> next(Duration beat) throws InterruptedException {
        return backlog.take((next, now) -> Optional.of(next.filter(d -> d.compareTo(beat) < 0).orElse(beat).minus(now)).filter(Duration::isPositive));
    }

    /** How much is left. */
    int drain(Duration patience) throws InterruptedException {
        return backlog.drain(patience);
    }

    boolean troubled() {
        return backlog.ask(Backlog::troubled);
    }

    boolean closed() {
        return backlog.closed();
    }

    void close() {
        backlog.close();
    }
}
