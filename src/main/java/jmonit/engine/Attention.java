package jmonit.engine;

import java.time.Duration;

/** Which services are monitored: with one come all that it needs, and with one go all that need it. */
final class Attention {

    private final Wards wards;
    private Duration poll = Duration.ofSeconds(1);

    Attention(Wards wards) {
        this.wards = wards;
    }

    void take(Duration pollInterval) {
        poll = pollInterval;
    }

    /** What it depends on is monitored, too. */
    void monitor(Ward ward, Turn turn) {
        wards.dependencies().above(ward.name()).forEach(n -> wards.find(n).ifPresent(w -> watchOver(w, turn)));
        watchOver(ward, turn);
        turn.persist();
    }

    private void watchOver(Ward ward, Turn turn) {
        if (!ward.monitored) {
            ward.monitored = true;
            // At once, and then again in step with the others.
            ward.due = ward.due.compareTo(turn.now().elapsed()) > 0 ? ward.due.minus(interval(ward)) : ward.due;
        }
    }

    private Duration interval(Ward ward) {
        return new Timetable(poll).interval(ward.service.care().schedule());
    }

    /** What depends on it is not monitored any more either. */
    void unmonitor(Ward ward, Turn turn) {
        wards.dependencies().below(ward.name()).forEach(n -> wards.find(n).ifPresent(w -> leave(w, turn)));
        leave(ward, turn);
        turn.persist();
    }

    /** Only this one. */
    void leave(Ward ward, Turn turn) {
        ward.monitored = false;
        ward.waiting = false;
        ward.forget();
        wards.unwatch(ward, turn);
    }
}
