package jmonit.engine;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import jmonit.model.Presence;
import jmonit.model.Reaction;
import jmonit.model.Sample;
import jmonit.model.Schedule;
import jmonit.model.Settings;
import jmonit.model.Unit;

/** When services are looked at, and what becomes of what was seen. */
final class Looks {

    private static final String PROCESS = "process";
    private static final long FIRST_TRY = 5;
    /** A parent that is busy may leave it a zombie for a while: then it is worth a look a second, until the next cycle tells of it. */
    private static final int DOUBLINGS = 8;
    private static final Duration NEVER = Duration.ofDays(365_000);

    private final Wards wards;
    private final Plans plans;
    private final RestartLimits limits;
    private final Chronicle chronicle;
    private final Hush hush;
    private final Waiting waiting;
    private final Rhythm rhythm;
    private Timetable timetable = new Timetable(Duration.ofSeconds(1));
    private boolean instant;
    /** Nothing is due earlier, as far as it is known: whatever makes something due sooner forgets it. */
    private List<Duration> nextDue = List.of();
    /** At the end nothing that is seen leads to anything new. */
    private boolean retired;

    Looks(Wards wards, Plans plans, Chronicle chronicle, Hush hush) {
        this.wards = wards;
        this.plans = plans;
        this.chronicle = chronicle;
        this.hush = hush;
        this.limits = new RestartLimits(plans, chronicle);
        this.waiting = new Waiting(wards);
        this.rhythm = new Rhythm(wards);
    }

    void take(Settings settings) {
        timetable = new Timetable(Duration.ofSeconds(Math.max(1, settings.poll().seconds())));
        plans.take(timetable.interval());
        instant = settings.poll().reaction() == Reaction.INSTANT;
        waiting.retain();
        nextDue = List.of();
    }

    void retire() {
        retired = true;
    }

    // ---- time

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
        nextDue = List.of();
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
        goOn(turn);
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

    private void await(Ward ward, boolean scheduled, Turn turn) {
        waiting.join(ward, scheduled, turn.now());
        nextDue = List.of();
    }

    /** With what waits for looks. */
    private void goOn(Turn turn) {
        List<Ward> freed = plans.resume(turn);
        if (freed.isEmpty()) {
            release(turn);
        } else {
            after(freed, turn);
        }
    }

    /** Begins the looks that wait for nothing any more. */
    private void release(Turn turn) {
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

    // ---- what was seen

    void looked(Ward ward, Message.Looked looked, Turn turn) {
        if (looked.number() != ward.look) {
            return;
        }
        // A reload has changed what was asked, and the answers are by the place of the rule.
        boolean stale = ward.service != looked.service() && !ward.service.equals(looked.service());
        if (ward.phase == Ward.Phase.ACTING) {
            after(plans.looked(ward, looked.sample(), stale, turn), turn);
            return;
        }
        ward.phase = Ward.Phase.IDLE;
        if (retired) {
            plans.resume(turn);
            return;
        }
        if (stale && ward.monitored) {
            await(ward, ward.scheduled, turn);
        } else if (ward.monitored && !starting(ward, looked.sample(), turn) && !ending(ward, looked.sample(), turn)) {
            judge(ward, looked.sample(), turn);
        }
        again(ward, turn);
        goOn(turn);
        if (rhythm.moved(turn.now().elapsed())) {
            nextDue = List.of();
        }
    }

    /** Between cycles nothing is said of a zombie: in a moment it will be gone, and that is what counts. */
    private boolean ending(Ward ward, Sample sample, Turn turn) {
        boolean zombie = !ward.scheduled && sample.readings().text("state").filter("zombie"::equals).isPresent();
        if (!zombie) {
            ward.tries = 0;
        } else {
            ward.again = List.of(turn.now().elapsed().plus(Duration.ofMillis(FIRST_TRY << Math.min(ward.tries, DOUBLINGS))));
            nextDue = List.of();
            ward.tries++;
        }
        return zombie;
    }

    private void again(Ward ward, Turn turn) {
        if (ward.lookAgain && ward.phase == Ward.Phase.IDLE) {
            ward.lookAgain = false;
            if (ward.monitored && !ward.hurried && !ward.waiting) {
                ward.scheduled = false;
                ward.look(turn);
            }
        }
    }

    /** Whether the start that was begun before we were killed may still bring it up; nothing is done twice. */
    private static boolean starting(Ward ward, Sample sample, Turn turn) {
        long ended = sample.readings().amount("ended", Unit.COUNT).orElse(0.0).longValue();
        boolean patient = sample.presence() instanceof Presence.Missing && ward.coming(turn.now().wall()).anyMatch(b -> !b.over(ended));
        if (!patient && !ward.begun.isEmpty()) {
            ward.begun = List.of();
            turn.persist();
        }
        return patient;
    }

    private void judge(Ward ward, Sample sample, Turn turn) {
        ward.initializing = false;
        if (ward.settled(sample)) {
            ward.see(sample, turn.now());
            return;
        }
        Optional<String> log = sample.readings().text("log");
        log.ifPresent(text -> text.lines().forEach(l -> turn.add(new Effect.Say(Severity.ERROR, l))));
        boolean moved = !ward.trace.equals(sample.trace());
        boolean first = moved && ward.trace.notes().isEmpty() && !sample.trace().paces();
        ward.see(sample, turn.now());
        var judging = new Judging(ward, sample, turn.now(), ward.service.care().schedule().cycle(timetable.interval()));
        ward.restrained = hush.restrains(ward.service, turn.now());
        boolean whole = ward.scheduled && !ward.aftermath && !ward.rules.interrupted();
        if (ward.aftermath) {
            judging.aftermath();
        } else if (!ward.rules.interrupted()) {
            judging.all(ward.scheduled);
        } else {
            judging.rest();
        }
        ward.rules.settle(whole && judging.idle() && log.isEmpty());
        chronicle.tell(judging.effects(), turn);
        watch(ward, sample, turn);
        if (judging.anyTripped()) {
            turn.persist();
        } else if (first || judging.anyFirst()) {
            turn.persist(Urgency.FIRST);
        } else if (judging.anyChanged() || moved) {
            turn.persist(judging.anyChanged() || !sample.trace().paces() ? Urgency.SOON : Urgency.LATER);
        }
        if (!judging.wanted().isEmpty()) {
            after(plans.take(ward, judging.wanted(), turn), turn);
        }
    }

    // ---- between the cycles

    private void watch(Ward ward, Sample sample, Turn turn) {
        if (!instant || !ward.monitored || !ward.service.type().equals(PROCESS)) {
            return;
        }
        long pid = sample.readings().amount("pid", Unit.COUNT).orElse(0.0).longValue();
        long start = sample.readings().amount("start", Unit.COUNT).orElse(0.0).longValue();
        if (pid > 0) {
            wards.watch(ward, new Watched(pid, start), turn);
        } else {
            wards.unwatch(ward, turn);
        }
    }

    void exited(Watched process, Turn turn) {
        if (retired) {
            return;
        }
        wards.all().stream().filter(w -> w.watched.contains(process)).forEach(w -> exited(w, turn));
    }

    /** Looks at once, but for a service that was restarted since its last cycle: a crash loop runs no faster than the cycles. */
    private void exited(Ward ward, Turn turn) {
        ward.watched = List.of();
        if (ward.phase == Ward.Phase.LOOKING) {
            ward.lookAgain = true;
        } else if (ward.monitored && ward.phase == Ward.Phase.IDLE && !ward.waiting && !ward.hurried && waiting.obstacle(ward).isEmpty()) {
            ward.scheduled = false;
            ward.look(turn);
        }
    }

    /** Looks again at what was acted upon: the rest of an interrupted judgement, and who is up now. */
    void after(List<Ward> freed, Turn turn) {
        nextDue = List.of();
        for (Ward ward : retired ? List.<Ward>of() : freed) {
            boolean process = ward.service.type().equals(PROCESS);
            if (!ward.monitored || ward.phase != Ward.Phase.IDLE) {
                ward.rules.resume();
            } else if (ward.waiting) {
                // The look of its cycle is still to come and sees all there is.
                ward.rules.resume();
            } else if (process && (instant && waiting.obstacle(ward).isEmpty() || ward.rules.interrupted())) {
                ward.scheduled = false;
                ward.look(turn);
                // Nothing was done about what was deprived: its turn comes now.
                ward.aftermath = !ward.deprived;
                ward.deprived = false;
            } else if (ward.rules.interrupted()) {
                judge(ward, ward.seen.getFirst(), turn);
            }
        }
        release(turn);
    }
}
