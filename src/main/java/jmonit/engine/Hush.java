package jmonit.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

import jmonit.model.Event;
import jmonit.model.Maintenance;
import jmonit.model.Service;
import jmonit.model.Silence;
import jmonit.model.Snapshot.Quiet;

/** Of which services nobody is told now, and why. Owns the silences. */
final class Hush {

    /** More than any operator keeps an eye on. */
    private static final int MOST = 1000;

    private final Wards wards;
    private final List<Silence> silences = new ArrayList<>();
    private List<Maintenance> windows = List.of();
    private boolean heedsNeeds;
    private long last;

    Hush(Wards wards) {
        this.wards = wards;
    }

    /** {@code heedsNeeds} says that nobody is told of what needs something that has failed. */
    void take(List<Maintenance> maintenance, boolean heeds) {
        windows = maintenance;
        heedsNeeds = heeds;
    }

    boolean heedsNeeds() {
        return heedsNeeds;
    }

    void recall(List<Silence> kept) {
        silences.addAll(kept);
        last = kept.stream().mapToLong(Silence::id).max().orElse(0);
    }

    List<Silence> silences() {
        return List.copyOf(silences);
    }

    /** Why nobody is told of it at this moment; empty where they are. */
    String reason(Ward ward, Now now) {
        return over(ward.service, now).map(Quiet::text).orElseGet(() -> heedsNeeds ? Lacking.of(wards, ward) : "");
    }

    /** Of several the one that ends last. */
    Optional<Quiet> over(Service service, Now now) {
        if (silences.isEmpty() && windows.isEmpty()) {
            return Optional.empty();
        }
        Stream<Quiet> asked = silences.stream().filter(s -> s.holds(now.wall()) && s.scope().covers(service))
                .map(s -> new Quiet(s.id(), s.until(), s.remark()));
        Stream<Quiet> planned = open(service, now).map(m -> new Quiet(0, now.wall().plus(m.hours().untilChange(now.local())),
                new Silence.Remark("", m.reason())));
        return Stream.concat(asked, planned).max(Comparator.comparing(Quiet::until));
    }

    private Stream<Maintenance> open(Service service, Now now) {
        return windows.stream().filter(m -> m.scope().covers(service) && m.hours().covers(now.local()));
    }

    /** Whether rules may not act on it now. */
    boolean restrains(Service service, Now now) {
        return !windows.isEmpty() && open(service, now).anyMatch(m -> !m.acts());
    }

    /** With what says why nobody is told, if nobody is; what is to be told later is kept. */
    Event marked(Event event, Now now) {
        return wards.find(event.service()).map(w -> marked(w, event, now)).orElse(event);
    }

    boolean silences(Event event, Now now) {
        return wards.find(event.service()).filter(w -> !reason(w, now).isEmpty()).isPresent();
    }

    private Event marked(Ward ward, Event event, Now now) {
        String why = reason(ward, now);
        if (why.isEmpty() && heedsNeeds && event.side() == Event.Side.SUCCEEDED && ward.hearing.withholds(event.kind(), event.origin())) {
            why = "nobody was told that it failed";
        }
        if (why.isEmpty()) {
            return event;
        }
        ward.hearing.withhold(event);
        return event.to(event.audience().silenced(why));
    }

    /** Its number; nothing where there are too many. */
    OptionalLong add(Calming.Silence asked, Instant now) {
        if (silences.size() >= MOST) {
            return OptionalLong.empty();
        }
        silences.add(new Silence(++last, asked.scope(), now, asked.until(), asked.remark()));
        return OptionalLong.of(last);
    }

    Optional<Silence> lift(long id) {
        Optional<Silence> found = silences.stream().filter(s -> s.id() == id).findFirst();
        found.ifPresent(silences::remove);
        return found;
    }

    /** Those that are over, which are forgotten. */
    List<Silence> expire(Instant now) {
        List<Silence> over = silences.stream().filter(s -> !s.holds(now)).toList();
        silences.removeAll(over);
        return over;
    }

    /** How long until somebody may be told who was not, or the other way round; empty for never. */
    Optional<Duration> untilChange(Now now) {
        return Stream.concat(silences.stream().map(s -> Duration.between(now.wall(), s.until())),
                windows.stream().map(m -> m.hours().untilChange(now.local()))).min(Comparator.naturalOrder());
    }
}
