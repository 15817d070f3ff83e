package jmonit.engine;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** Whose look is due, but has to wait for the one at what it depends on. */
final class Waiting {

    /** How long; whatever hangs must not hang others. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Wards wards;
    /** Who waits; and who did, and was left alone meanwhile. */
    private final SequencedSet<Ward> queue = new LinkedHashSet<>();

    Waiting(Wards wards) {
        this.wards = wards;
    }

    /** Those that are gone with the old control file wait no more. */
    void retain() {
        queue.retainAll(wards.all());
    }

    void join(Ward ward, boolean scheduled, Now now) {
        ward.waiting = true;
        queue.add(ward);
        ward.scheduled = scheduled;
        ward.since = now.elapsed();
    }

    List<Ward> all() {
        return queue.isEmpty() ? List.of() : List.copyOf(queue);
    }

    /** Whether this one waits for nothing any more; then it has left. */
    boolean leaves(Ward ward, Now now) {
        boolean over = !ward.waiting || wards.get(ward.name()) != ward;
        boolean free = !over && ward.phase == Ward.Phase.IDLE && !held(ward, now);
        if (over || free) {
            queue.remove(ward);
        }
        return free;
    }

    private boolean held(Ward ward, Now now) {
        List<Ward> needs = wards.needs(ward);
        boolean patient = !needs.isEmpty() && now.elapsed().minus(ward.since).compareTo(GRACE) < 0;
        return patient && needs.stream().anyMatch(w -> w.waiting || w.phase != Ward.Phase.IDLE);
    }

    /** When the first of them has waited long enough, if that is before {@code other}. */
    Duration earlier(Duration other) {
        Duration next = other;
        for (Ward ward : queue) {
            Duration end = ward.since.plus(GRACE);
            next = ward.waiting && ward.phase == Ward.Phase.IDLE && end.compareTo(next) < 0 ? end : next;
        }
        return next;
    }

    /** Why it is of no use to look at the service at all. */
    Optional<String> obstacle(Ward ward) {
        List<Ward> needs = wards.needs(ward);
        return needs.isEmpty() ? Optional.empty() : needs.stream().flatMap(w -> obstacleIn(w).stream()).findFirst();
    }

    private static Optional<String> obstacleIn(Ward needed) {
        String state = !needed.monitored ? "is not monitored" : needed.failing() ? "has errors" : needed.initializing ? "is initializing" : "";
        return state.isEmpty() ? Optional.empty() : Optional.of("'" + needed.name() + "' " + state);
    }
}
