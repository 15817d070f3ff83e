package jmonit.engine;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import jmonit.model.Schedule;

/** When services are looked at. */
final class Cycles {

    /** In milliseconds. */
    private static final long FIRST_TRY = 5;
    /** A parent that is busy may leave it a zombie for a while: then it is worth a look a second, until the next cycle tells of it. */
    private static final int DOUBLINGS = 8;
    private static final Duration NEVER = Duration.ofDays(365_000);

    private final Wards wards;
    private final RestartLimits limits;
    private final Waiting waiting;
    private final Rhythm rhythm;
    private Timetable timetable = new Timetable(Duration.ofSeconds(1));
    /** Nothing is due earlier, as far as it is known: whatever makes something due sooner forgets it. */
    private List<Duration> nextDue = List.of();
    private boolean retired;

    Cycles(Wards wards, RestartLimits limits) {
        this.wards = wards;
        this.limits = limits;
        this.waiting = new Waiting(wards);
        this.rhythm = new Rhythm(wards);
    }

    void take(Duration interval) {
        timetable = new Timetable(interval);
        waiting.retain();
        soon();
    }

    void retire() {
        retired = true;
    }

    /** At the end nothing that is seen leads to anything new. */
    boolean retired() {
        return retired;
    }

    /** How long a cycle of this service takes. */
    Duration cycle(Ward ward) {
        return ward.service.care().schedule().cycle(timetable.interval());
    }

    /** What a service needs first, in words. */
    Optional<String> obstacle(Ward ward) {
        return waiting.obstacle(ward);
    }

    /** Something may be due earlier than it was. */
    void soon() {
        nextDue = List.of();
    }

    /** A zombie will be gone in a moment. */
    void tryAgain(Ward ward, Now now) {
        ward.again = List.of(now.elapsed().plus(Duration.ofMillis(FIRST_TRY << Math.min(ward.tries, DOUBLINGS))));
        ward.tries++;
        soon();
    }

    /** A look has come in: the first pass may be over with it. */
    void looked(Now now) {
        if (rhythm.moved(now.elapsed())) {
            soon();
        }
    }

    Duration nextDue() {
        // Asked after each message, of which a thousand services send a thousand in each cycle.
        if (nextDue.isEmpty()) {
            nextDue = List.of(earliest());
        }
        return nextDue.getFirst();
    }

    private Duration earliest() {
        Duration next = NEVER;
        for (Ward ward : wards.all()) {
            if (ward.monitored) {
                next = earlier(next, ward.due);
                next = ward.again.isEmpty() ? next : earlier(next, ward.again.getFirst());
            }
        }
        return waiting.earlier(next);
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    void tick(Turn turn) {
        Duration now = turn.now().elapsed();
        soon();
        if (!rhythm.begun()) {
            begin(now);
        }
        for (Ward ward : wards.all()) {
            if (ward.monitored && ward.due.compareTo(now) <= 0) {
                due(ward, turn);
            }
        }
        for (Ward ward : wards.all()) {
            if (!ward.again.isEmpty() && ward.again.getFirst().compareTo(now) <= 0) {
                tryAgain(ward, turn);
            }
        }
    }

    private void tryAgain(Ward ward, Turn turn) {
        ward.again = List.of();
        if (ward.monitored && ward.phase == Ward.Phase.IDLE && !ward.waiting) {
            ward.scheduled = false;
            ward.look(turn);
        }
    }

    /** A cycle of its own for every service; the regular ones stay where they were. Who asks wants what is true from now on. */
    void woken(Turn turn) {
        for (Ward ward : wards.all()) {
            if (ward.monitored) {
                ward.lookAgain |= ward.phase == Ward.Phase.LOOKING;
                cycle(ward, turn);
            }
        }
        release(turn);
    }

    /** All begin together, as after a start: the interval may be another now. */
    void anew(Turn turn) {
        wards.all().forEach(w -> w.cycles = 0);
        begin(turn.now().elapsed());
        tick(turn);
    }

    private void begin(Duration now) {
        wards.all().forEach(w -> w.due = now);
        rhythm.begin(now);
    }

    private void due(Ward ward, Turn turn) {
        ward.due = timetable.after(ward.due, ward.service.care().schedule(), turn.now());
        cycle(ward, turn);
    }

    private void cycle(Ward ward, Turn turn) {
        ward.cycles++;
        ward.hurried = false;
        if (ward.phase != Ward.Phase.IDLE || ward.waiting) {
            ward.missed++;
        } else if (looksNow(ward, turn.now().local()) && !limits.exceeded(ward, turn)) {
            await(ward, true, turn);
        }
    }

    /** Cron fields ask once in each minute that they describe. */
    private static boolean looksNow(Ward ward, LocalDateTime now) {
        Schedule schedule = ward.service.care().schedule();
        boolean looks = !(schedule instanceof Schedule.Cron cron && asked(cron, ward, now)) && Timetable.looks(schedule, ward.cycles, now);
        ward.skipped = !looks;
        if (looks && schedule instanceof Schedule.Cron) {
            ward.minute = List.of(now.truncatedTo(ChronoUnit.MINUTES));
        }
        return looks;
    }

    private static boolean asked(Schedule.Cron cron, Ward ward, LocalDateTime now) {
        return !cron.negated() && ward.minute.contains(now.truncatedTo(ChronoUnit.MINUTES));
    }

    /** Has it looked at as soon as what it needs has been. */
    void await(Ward ward, boolean scheduled, Turn turn) {
        waiting.join(ward, scheduled, turn.now());
        soon();
    }

    /** Begins the looks that wait for nothing any more. */
    void release(Turn turn) {
        for (Ward ward : retired ? List.<Ward>of() : waiting.all()) {
            if (waiting.leaves(ward, turn.now())) {
                begin(ward, turn);
            }
        }
    }

    private void begin(Ward ward, Turn turn) {
        ward.waiting = false;
        Optional<String> obstacle = waiting.obstacle(ward);
        if (obstacle.isPresent()) {
            turn.say(Severity.DEBUG, ward, "test skipped as required service " + obstacle.get());
        } else {
            ward.look(turn);
        }
    }
}
