package jmonit.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jmonit.engine.Plan.Awaited;
import jmonit.engine.Plan.Task;
import jmonit.engine.Plan.Ticket;
import jmonit.engine.Plan.What;
import jmonit.engine.Remembered.Begun;
import jmonit.model.Command;
import jmonit.model.Commands;
import jmonit.model.Subject;

/** What is being done to services: one plan at a time for each of them, one task at a time in each plan. */
final class Plans {

    private static final Duration NEVER = Duration.ofDays(365_000);
    /** How long a plan waits to see again what was well. */
    private static final Duration GRACE = Duration.ofSeconds(1);
    /** How long a look may take that has to be waited for, beside the program that is run in it. */
    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** No operator: a rule wants it. */
    private static final List<Ticket> NOBODY = List.of();

    private final Wards wards;
    private final Attention attention;
    private final Chronicle chronicle;
    private final Programs programs;
    private final Planner planner;
    private final Map<Long, Plan> running = new LinkedHashMap<>();
    /** Those under way that wait for a look. Asked after each message, of which a thousand services send a thousand. */
    private final Set<Plan> looking = new LinkedHashSet<>();
    private final PlanQueue queue;

    Plans(Wards wards, Attention attention, Chronicle chronicle) {
        this.wards = wards;
        this.attention = attention;
        this.chronicle = chronicle;
        programs = new Programs(chronicle);
        planner = new Planner(wards);
        queue = new PlanQueue(wards, planner);
    }

    boolean none() {
        return running.isEmpty() && queue.isEmpty();
    }

    Stream<Plan> all() {
        return Stream.concat(running.values().stream(), queue.all());
    }

    /** A rule wants it. Answers with the services that are free again already. */
    List<Ward> wanted(Ward ward, What what, Turn turn) {
        return begin(planner.plan(ward, what, NOBODY), turn);
    }

    List<Ward> asked(Ward ward, What what, long number, Turn turn) {
        var ticket = new Ticket(number, ward.name());
        Plan plan = planner.plan(ward, what, List.of(ticket));
        Optional<Plan> same = queue.concerns(plan) ? Optional.empty() : running.values().stream().filter(plan::repeats).findFirst();
        if (same.isPresent()) {
            same.get().join(ticket);
            return List.of();
        }
        if (!plan.by(What.STOP)) {
            plan.hold(planner.trusted(ward.name()).stream().map(w -> glance(w, turn)).toList());
        }
        return begin(plan, turn);
    }

    /** What was well when it was last seen may not be any more; but whoever is slow to say so is trusted. */
    private static Awaited glance(Ward needed, Turn turn) {
        if (needed.phase == Ward.Phase.IDLE && !needed.waiting) {
            needed.scheduled = false;
            needed.look(turn);
        }
        return new Awaited(needed.name(), turn.now().elapsed().plus(GRACE));
    }

    /** Begins now or, while one of its services is in another plan or waits for one, after that. */
    private List<Ward> begin(Plan plan, Turn turn) {
        if (queue.takes(plan)) {
            turn.persist();
            return List.of();
        }
        return free(start(plan, turn), turn);
    }

    /** Rules do nothing to what an operator has taken from them meanwhile. */
    private boolean monitored(String name) {
        return wards.find(name).filter(w -> w.monitored).isPresent();
    }

    /** Begins what waited for those that are free now. */
    private List<Ward> free(List<Ward> freed, Turn turn) {
        return freed.isEmpty() && !running.isEmpty() ? freed : go(freed, turn);
    }

    private List<Ward> go(List<Ward> freed, Turn turn) {
        var all = new ArrayList<>(freed);
        // What begins, and what comes to nothing, waits no more: neither may stay in the state file.
        for (Optional<Plan> next = queue.next(); next.isPresent(); next = queue.next()) {
            Plan plan = next.get();
            turn.persist();
            all.addAll(plan.wanted() || monitored(plan.about) ? start(plan, turn) : List.of());
        }
        return all;
    }

    private List<Ward> start(Plan plan, Turn turn) {
        plan.begin();
        running.put(plan.number, plan);
        // From the beginning: whoever is killed meanwhile must not start again what an operator wants stopped.
        if (plan.by(What.STOP)) {
            wards(plan).forEach(w -> w.monitored = false);
        } else if (plan.wanted()) {
            wards(plan).forEach(w -> w.monitored = true);
        }
        wards(plan).forEach(w -> w.act(plan.what.word()));
        if (plan.by(What.RESTART)) {
            wards.find(plan.about).ifPresent(w -> turn.say(Severity.INFO, w, "trying to restart"));
        }
        return next(plan, turn);
    }

    private List<Ward> wards(Plan plan) {
        return wards.of(plan.services);
    }

    private List<Ward> next(Plan plan, Turn turn) {
        while (!plan.tasks.isEmpty()) {
            Task task = plan.tasks.poll();
            Optional<Ward> ward = wards.find(task.service());
            if (ward.isPresent() && begun(plan, ward.get(), task.what(), turn)) {
                return List.of();
            }
        }
        return finish(plan, turn);
    }

    /** Whether there is something to wait for. */
    private boolean begun(Plan plan, Ward ward, What what, Turn turn) {
        Commands commands = ward.service.commands();
        return switch (what) {
            case STOP -> {
                ward.initializing = plan.by(What.RESTART) && !plan.about.equals(ward.name());
                yield step(plan, ward, Deed.STOP, commands.stop(), turn);
            }
            case START -> startable(plan, ward, turn) && step(plan, ward, Deed.START, commands.start(), turn);
            case RESTART -> commands.restart().isEmpty() ? both(plan, ward) : step(plan, ward, Deed.RESTART, commands.restart(), turn);
            case LOOK -> look(plan, ward, turn);
        };
    }

    private boolean both(Plan plan, Ward ward) {
        plan.tasks.addFirst(new Task(ward.name(), What.START));
        plan.tasks.addFirst(new Task(ward.name(), What.STOP));
        return false;
    }

    /** Asks for a look that the plan waits for. */
    boolean look(Plan plan, Ward ward, Turn turn) {
        Duration limit = ward.service.subject() instanceof Subject.Program(Command command) ? LONGEST.plus(command.timeout()) : LONGEST;
        looking.add(plan);
        plan.look(new Awaited(ward.name(), turn.now().elapsed().plus(limit)));
        turn.add(ward.beginLook());
        return true;
    }

    private boolean step(Plan plan, Ward ward, Deed deed, List<Command> commands, Turn turn) {
        if (commands.isEmpty()) {
            turn.say(Severity.DEBUG, ward, deed.word() + " method not defined");
            ward.initializing &= deed == Deed.STOP;
            return false;
        }
        ward.begun = List.of(new Begun(deed, turn.now().wall(), ward.process()));
        turn.persist();
        ward.perform(new Step(plan.number, ward.service, deed, commands.getFirst(), deed.event(), deed.event(), ward.readings(), ward.trace,
                ward.gone(turn.now())), turn);
        return true;
    }

    private boolean startable(Plan plan, Ward ward, Turn turn) {
        if (queue.restarts(ward.name())) {
            return false;
        }
        String lacking = String.join(", ", wards.dependencies().needs(ward.name()).reversed().stream()
                .filter(n -> plan.failed(n) || !plan.services.contains(n) && wards.get(n).failing())
                .toList());
        if (!lacking.isEmpty()) {
            failed(plan, ward, "failed to start -- could not start required services: '" + lacking + "'", turn);
            abandon(plan, ward.name());
            ward.deprived = true;
        }
        return lacking.isEmpty();
    }

    List<Ward> done(Step step, Outcome outcome, Turn turn) {
        Optional<Ward> ward = wards.find(step.service().name());
        ward.ifPresent(w -> w.attempts.end(step, outcome, turn.now()));
        if (step.deed() != Deed.EXEC) {
            ward.ifPresent(w -> w.begun = List.of());
            turn.persist();
        }
        Plan plan = running.get(step.plan());
        if (plan == null) {
            if (outcome instanceof Outcome.Failed(String because, _)) {
                turn.add(new Effect.Say(Severity.ERROR, because));
            }
            return List.of();
        }
        switch (outcome) {
            case Outcome.Succeeded succeeded -> ward.ifPresent(w -> programs.worked(w, step.deed(), succeeded, turn));
            case Outcome.Failed(String because, _) -> {
                ward.ifPresent(w -> failed(plan, w, because, turn));
                if (step.deed() == Deed.STOP) {
                    plan.cut(step.service().name());
                } else {
                    abandon(plan, step.service().name());
                }
            }
        }
        return goOn(plan, turn);
    }

    private void failed(Plan plan, Ward ward, String because, Turn turn) {
        plan.fail(ward.name(), because);
        programs.failed(ward, because, turn);
    }

    /** Whatever needs what could not be started stays down, and is not looked at before that is up. */
    private void abandon(Plan plan, String name) {
        List<String> lost = planner.lost(name, plan.about);
        plan.tasks.removeIf(t -> t.service().equals(name) || lost.contains(t.service()));
    }

    /** The plan that has waited for a look at this service, which has come. */
    Optional<Plan> lookedFor(Ward ward) {
        Optional<Plan> plan = looking.stream().filter(p -> p.awaits(ward.name())).findFirst();
        plan.ifPresent(this::answered);
        return plan;
    }

    List<Ward> goOn(Plan plan, Turn turn) {
        return free(next(plan, turn), turn);
    }

    /** Looks have come in, or time has passed. */
    List<Ward> resume(Turn turn) {
        if (looking.isEmpty() && queue.isEmpty()) {
            return List.of();
        }
        Duration now = turn.now().elapsed();
        var freed = new ArrayList<Ward>();
        for (Plan plan : List.copyOf(looking)) {
            plan.overdue(now, n -> wards.find(n).isEmpty()).ifPresent(n -> freed.addAll(giveUp(plan, n, turn)));
        }
        queue.release(now);
        return go(freed, turn);
    }

    private void answered(Plan plan) {
        looking.remove(plan);
        plan.looked();
    }

    /** A disk may hang for ever, and a reload may have removed the service. */
    private List<Ward> giveUp(Plan plan, String service, Turn turn) {
        String because = "could not be looked at in time";
        answered(plan);
        plan.fail(service, because);
        wards.find(service).ifPresent(w -> turn.say(Severity.ERROR, w, because));
        return next(plan, turn);
    }

    /** When to resume. */
    Duration nextDue() {
        // Asked after each message, and most often there are none.
        return looking.isEmpty() && queue.isEmpty() ? NEVER : Stream.concat(looking.stream(), queue.all()).flatMap(Plan::waits).min(Comparator.naturalOrder()).orElse(NEVER);
    }

    private List<Ward> finish(Plan plan, Turn turn) {
        running.remove(plan.number);
        var freed = wards(plan);
        freed.forEach(Ward::rest);
        for (Ward ward : freed) {
            if (plan.by(What.STOP)) {
                attention.leave(ward, turn);
            }
            ward.rules.forgetPid();
        }
        tell(plan, turn);
        turn.persist();
        return freed;
    }

    private void tell(Plan plan, Turn turn) {
        if (plan.wanted()) {
            wards.find(plan.about).ifPresent(w -> chronicle.acted(w, plan.what.word(), !plan.failed(plan.about), turn));
        }
        for (Ticket ticket : plan.tickets()) {
            boolean there = wards.find(ticket.service()).isPresent();
            turn.add(new Effect.Reply(ticket.number(), there ? plan.refusal(ticket.service()) : "'" + ticket.service() + "' is not there any more"));
        }
    }
}
