package jmonit.channel;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/** What waits to be delivered one way. Whoever uses it sees to it that only one thread does at a time. */
final class Backlog<T> {

    private final Backoff road;
    private final Backoff each;
    private final SequencedSet<Parcel<T>> waiting = new LinkedHashSet<>();
    private final Set<String> busy = new HashSet<>();
    private int underWay;
    private int failures;
    private long successes;
    private Duration closedUntil = Duration.ZERO;

    /** {@code road} is for when nobody is there to deliver to, {@code each} for what was not taken. */
    Backlog(Backoff road, Backoff each) {
        this.road = road;
        this.each = each;
    }

    void add(Parcel<T> parcel) {
        waiting.add(parcel);
    }

    /** The first that is due and does not overtake another about the same service. */
    Optional<Parcel<T>> take(Duration now) {
        if (closedUntil.compareTo(now) > 0) {
            return Optional.empty();
        }
        Optional<Parcel<T>> first = waiting.stream().filter(p -> p.due().compareTo(now) <= 0 && !busy.contains(p.about())).findFirst();
        first.ifPresent(this::begin);
        return first;
    }

    private void begin(Parcel<T> parcel) {
        waiting.remove(parcel);
        busy.add(parcel.about());
        underWay++;
    }

    /** When there may be something to take; empty when nothing waits. */
    Optional<Duration> next() {
        return waiting.stream().map(Parcel::due).min(Duration::compareTo).map(due -> due.compareTo(closedUntil) > 0 ? due : closedUntil);
    }

    /** Whether something is under way or to be tried now, so that it is worth waiting for. */
    boolean soon(Duration now) {
        return underWay > 0 || next().filter(due -> due.compareTo(now) <= 0).isPresent();
    }

    void done(Parcel<T> parcel) {
        release(parcel);
        succeeded();
    }

    /** Somebody was there, whatever he said. */
    void succeeded() {
        successes++;
        reopen();
    }

    /** Somebody may be there now. */
    void reopen() {
        failures = 0;
        closedUntil = Duration.ZERO;
    }

    /** It was not taken; how long it waits now. */
    Duration later(Parcel<T> parcel, Duration now) {
        release(parcel);
        Duration wait = each.after(parcel.attempts() + 1);
        waiting.add(parcel.later(now.plus(wait)));
        succeeded();
        return wait;
    }

    /** It is to be tried again at once, before all others. */
    void again(Parcel<T> parcel) {
        release(parcel);
        waiting.addFirst(parcel);
    }

    /** Nobody was there; nothing is tried for a while. */
    Duration unreachable(Parcel<T> parcel, Duration now) {
        Duration wait = road.after(failures + 1);
        pause(parcel, now.plus(wait));
        return wait;
    }

    /** Whoever is there wants to hear nothing for a while. */
    void pause(Parcel<T> parcel, Duration until) {
        again(parcel);
        failures++;
        closedUntil = until;
    }

    private void release(Parcel<T> parcel) {
        busy.remove(parcel.about());
        underWay--;
    }

    /** How often somebody answered, from the beginning. */
    long successes() {
        return successes;
    }

    boolean troubled() {
        return failures > 0;
    }

    int size() {
        return waiting.size() + underWay;
    }
}
