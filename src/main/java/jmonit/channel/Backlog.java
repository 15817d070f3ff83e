package jmonit.channel;

import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What waits to be delivered one way, in its order. Whoever uses it sees to it that only one thread does at a time. */
final class Backlog<T> {

    /** So often everything waits for what is refused; then others are tried, as it may be the only one. */
    private static final int PATIENCE = 3;
    /** So often others are taken and it is not, before it is given up. */
    private static final int CHANCES = 5;

    private final Backoff road;
    private final Backoff each;
    private final TreeMap<Long, Parcel<T>> waiting = new TreeMap<>();
    private final Set<String> busy = new HashSet<>();
    private Patience patience = Patience.ENDLESS;
    private long last;
    private int underWay;
    private int failures;
    private long successes;
    private Duration closedUntil = Duration.ZERO;

    /** {@code road} is for when nobody is there to deliver to, {@code each} for what was not taken. */
    Backlog(Backoff road, Backoff each) {
        this.road = road;
        this.each = each;
    }

    /** From now on no more and no longer than that. */
    void bound(Patience bounds) {
        patience = bounds;
    }

    Patience patience() {
        return patience;
    }

    void add(Parcel<T> parcel) {
        put(parcel.at(++last));
    }

    private void put(Parcel<T> parcel) {
        waiting.put(parcel.place(), parcel);
    }

    /** The first that is due and does not overtake another about the same. */
    Optional<Parcel<T>> take(Duration now) {
        if (closedUntil.compareTo(now) > 0) {
            return Optional.empty();
        }
        Optional<Parcel<T>> first = first(now, false).or(() -> first(now, true));
        first.ifPresent(this::begin);
        return first;
    }

    private Optional<Parcel<T>> first(Duration now, boolean suspects) {
        Set<String> earlier = new HashSet<>(busy);
        for (Parcel<T> parcel : waiting.values()) {
            if (earlier.add(parcel.about()) && parcel.due().compareTo(now) <= 0 && (suspects || !suspect(parcel))) {
                return Optional.of(parcel);
            }
        }
        return Optional.empty();
    }

    private boolean suspect(Parcel<T> parcel) {
        return parcel.fate().times() >= PATIENCE;
    }

    private void begin(Parcel<T> parcel) {
        waiting.remove(parcel.place());
        busy.add(parcel.about());
        underWay++;
    }

    /** When there may be something to take; empty when nothing waits but for what is under way. */
    Optional<Duration> next() {
        Set<String> earlier = new HashSet<>(busy);
        Optional<Duration> due = waiting.values().stream().filter(p -> earlier.add(p.about())).map(Parcel::due).min(Duration::compareTo);
        return due.map(d -> d.compareTo(closedUntil) > 0 ? d : closedUntil);
    }

    /** Whether something is under way or to be tried now, so that it is worth waiting for. */
    boolean soon(Duration now) {
        return underWay > 0 || next().filter(due -> due.compareTo(now) <= 0).isPresent();
    }

    void done(Parcel<T> parcel) {
        release(parcel);
        succeeded();
    }

    /** It is not delivered any more, which says nothing of whoever it was for. */
    void dropped(Parcel<T> parcel) {
        release(parcel);
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
        put(parcel.later(now.plus(wait)));
        succeeded();
        return wait;
    }

    /** It is to be tried again at once, before all others. */
    void again(Parcel<T> parcel) {
        release(parcel);
        put(parcel);
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
        close(until);
    }

    /**
     * Whoever is there cannot take it, which may be his fault or its own: at first all wait, then others are tried before it. False when
     * these are taken and it never is: then it is given up.
     */
    boolean refused(Parcel<T> parcel, Duration pause, Duration now) {
        Parcel<T> next = suspected(parcel, now);
        release(parcel);
        if (next.fate().alone() >= CHANCES) {
            return false;
        }
        put(next);
        close(now.plus(pause.isZero() ? road.after(failures + 1) : pause));
        return true;
    }

    /** As refused, but whoever is there has asked for it again: it is never given up. */
    void postponed(Parcel<T> parcel, Duration now) {
        Parcel<T> next = suspected(parcel, now);
        release(parcel);
        put(next);
        close(now.plus(road.after(failures + 1)));
    }

    private Parcel<T> suspected(Parcel<T> parcel, Duration now) {
        int times = parcel.fate().times() + 1;
        return parcel.refused(successes, times < PATIENCE ? Duration.ZERO : now.plus(each.after(times + 1 - PATIENCE)));
    }

    private void close(Duration until) {
        closedUntil = until;
        failures++;
    }

    /** While nobody takes anything: the oldest, if more than that wait. */
    Optional<Parcel<T>> surplus() {
        if (!troubled() || size() <= patience.most()) {
            return Optional.empty();
        }
        Iterator<Parcel<T>> oldest = waiting.values().iterator();
        Optional<Parcel<T>> parcel = oldest.hasNext() ? Optional.of(oldest.next()) : Optional.empty();
        parcel.ifPresent(_ -> oldest.remove());
        return parcel;
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
