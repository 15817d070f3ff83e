package jmonit.engine;

import java.util.List;
import java.util.Optional;

import jmonit.model.Presence;
import jmonit.model.Reaction;
import jmonit.model.Sample;
import jmonit.model.Unit;

/** What becomes of what was seen. */
final class Looks {

    private static final String PROCESS = "process";

    private final Wards wards;
    private final Plans plans;
    private final Consequences consequences;
    private final Chronicle chronicle;
    private final Hush hush;
    private final Cycles cycles;
    private boolean instant;

    Looks(Wards wards, Plans plans, Consequences consequences, Chronicle chronicle, Hush hush, Cycles cycles) {
        this.wards = wards;
        this.plans = plans;
        this.consequences = consequences;
        this.chronicle = chronicle;
        this.hush = hush;
        this.cycles = cycles;
    }

    void take(Reaction reaction) {
        instant = reaction == Reaction.INSTANT;
    }

    /** With what waits for looks. */
    void goOn(Turn turn) {
        List<Ward> freed = plans.resume(turn);
        if (freed.isEmpty()) {
            cycles.release(turn);
        } else {
            after(freed, turn);
        }
    }

    void looked(Ward ward, Message.Looked looked, Turn turn) {
        if (looked.number() != ward.look) {
            return;
        }
        // A reload has changed what was asked, and the answers are by the place of the rule.
        boolean stale = ward.service != looked.service() && !ward.service.equals(looked.service());
        if (ward.phase == Ward.Phase.ACTING) {
            plans.lookedFor(ward).ifPresent(plan -> looked(plan, ward, looked.sample(), stale, turn));
            cycles.release(turn);
            return;
        }
        ward.phase = Ward.Phase.IDLE;
        if (cycles.retired()) {
            plans.resume(turn);
            return;
        }
        if (stale && ward.monitored) {
            cycles.await(ward, ward.scheduled, turn);
        } else if (ward.monitored && !starting(ward, looked.sample(), turn) && !ending(ward, looked.sample(), turn)) {
            judge(ward, looked.sample(), turn);
        }
        again(ward, turn);
        goOn(turn);
        cycles.looked(turn.now());
    }

    /** The look of a plan: whoever is not up is not depended upon, and the plan is what is done about that. */
    private void looked(Plan plan, Ward ward, Sample sample, boolean stale, Turn turn) {
        if (stale) {
            plans.look(plan, ward, turn);
            return;
        }
        ward.see(sample, turn.now());
        Judging judging = judging(ward, sample, turn);
        judging.all(true);
        chronicle.tell(judging.effects(), turn);
        if (judging.anyTripped()) {
            plan.fail(ward.name(), "has errors");
            consequences.takeMeanwhile(ward, judging.wanted(), turn);
        }
        after(plans.goOn(plan, turn), turn);
    }

    private Judging judging(Ward ward, Sample sample, Turn turn) {
        ward.restrained = hush.restrains(ward.service, turn.now());
        return new Judging(ward, sample, turn.now(), cycles.cycle(ward));
    }

    /** Between cycles nothing is said of a zombie: in a moment it will be gone, and that is what counts. */
    private boolean ending(Ward ward, Sample sample, Turn turn) {
        boolean zombie = !ward.scheduled && sample.readings().text("state").filter("zombie"::equals).isPresent();
        if (!zombie) {
            ward.tries = 0;
        } else {
            cycles.tryAgain(ward, turn.now());
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
        Judging judging = judging(ward, sample, turn);
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
            after(consequences.take(ward, judging.wanted(), turn), turn);
        }
    }

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
        if (cycles.retired()) {
            return;
        }
        // Not a stream: of a hundred that end together each is looked for among all.
        for (Ward ward : wards.all()) {
            if (ward.watched.contains(process)) {
                exited(ward, turn);
            }
        }
    }

    /** Looks at once, but for a service that was restarted since its last cycle: a crash loop runs no faster than the cycles. */
    private void exited(Ward ward, Turn turn) {
        ward.watched = List.of();
        if (ward.phase == Ward.Phase.LOOKING) {
            ward.lookAgain = true;
        } else if (ward.monitored && ward.phase == Ward.Phase.IDLE && !ward.waiting && !ward.hurried && cycles.obstacle(ward).isEmpty()) {
            ward.scheduled = false;
            ward.look(turn);
        }
    }

    /** Looks again at what was acted upon: the rest of an interrupted judgement, and who is up now. */
    void after(List<Ward> freed, Turn turn) {
        cycles.soon();
        for (Ward ward : cycles.retired() ? List.<Ward>of() : freed) {
            boolean process = ward.service.type().equals(PROCESS);
            if (!ward.monitored || ward.phase != Ward.Phase.IDLE) {
                ward.rules.resume();
            } else if (ward.waiting) {
                // The look of its cycle is still to come and sees all there is.
                ward.rules.resume();
            } else if (process && (instant && cycles.obstacle(ward).isEmpty() || ward.rules.interrupted())) {
                ward.scheduled = false;
                ward.look(turn);
                // Nothing was done about what was deprived: its turn comes now.
                ward.aftermath = !ward.deprived;
                ward.deprived = false;
            } else if (ward.rules.interrupted()) {
                judge(ward, ward.seen.getFirst(), turn);
            }
        }
        cycles.release(turn);
    }
}
