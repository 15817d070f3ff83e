package jmonit.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jmonit.model.ControlFile;
import jmonit.model.Settings;
import jmonit.model.Snapshot;
import jmonit.rule.Judge;

/**
 * Owns all that changes about the services. One thread hands it messages; it never waits. What each message means in each state of a service
 * is the table in docs/architecture.md.
 */
public final class Monitor {

    private final Wards wards;
    private final Chronicle chronicle;
    private final Attention attention;
    private final Plans plans;
    private final Cycles cycles;
    private final Looks looks;
    private final Requests requests;
    private final Hush hush;
    private final Tidings tidings;
    private final Calmings calmings;
    private final Orders orders;
    private Settings settings;
    private Now last;

    public Monitor(ControlFile controlFile, Map<String, Judge> judges, Remembered remembered, boolean rebooted, Now now) {
        wards = new Wards(judges);
        last = now;
        hush = new Hush(wards);
        hush.recall(remembered.silences());
        chronicle = new Chronicle(remembered.events(), hush);
        attention = new Attention(wards);
        plans = new Plans(wards, attention, chronicle);
        var consequences = new Consequences(plans, attention);
        cycles = new Cycles(wards, new RestartLimits(consequences, chronicle));
        looks = new Looks(wards, plans, consequences, chronicle, hush, cycles);
        requests = new Requests(wards, plans, looks, attention, chronicle);
        tidings = new Tidings(wards, hush, chronicle);
        calmings = new Calmings(wards, hush, tidings);
        take(controlFile, new Turn(now));
        wards.recall(remembered, rebooted);
        orders = new Orders(wards, plans);
        orders.recall(rebooted ? List.of() : remembered.orders());
    }

    private void take(ControlFile controlFile, Turn turn) {
        wards.take(controlFile.services(), turn);
        wards.remind(controlFile.settings().mail().recipients());
        Settings.Poll poll = controlFile.settings().poll();
        var interval = Duration.ofSeconds(Math.max(1, poll.seconds()));
        cycles.take(interval);
        attention.take(interval);
        looks.take(poll.reaction());
        tidings.take(controlFile.settings());
        settings = controlFile.settings();
    }

    /** What is to be carried out, in this order. */
    public List<Effect> handle(Message message, Now now) {
        last = now;
        var turn = new Turn(now);
        tidings.pass(turn);
        switch (message) {
            case Message.Tick _ -> {
                resume(turn);
                cycles.tick(turn);
                looks.goOn(turn);
            }
            case Message.Looked looked -> {
                with(looked.service().name(), w -> looks.looked(w, looked, turn));
                with(looked.service().name(), w -> tidings.seen(w, turn));
                resume(turn);
            }
            case Message.Exited(Watched process) -> looks.exited(process, turn);
            case Message.Done(Step step, Outcome outcome) -> looks.after(plans.done(step, outcome, turn), turn);
            case Message.Asked(Request request) -> {
                orders.outdo(request);
                requests.take(request, turn);
            }
            case Message.Calmed(long ticket, Calming wanted) -> calmings.take(ticket, wanted, turn);
            case Message.Woken _ -> cycles.woken(turn);
            case Message.Reloaded(ControlFile controlFile) -> {
                take(controlFile, turn);
                turn.add(new Effect.Limits(controlFile.settings().limits()));
                turn.persist();
                tidings.all(turn);
                cycles.anew(turn);
                looks.goOn(turn);
            }
        }
        return turn.effects();
    }

    private void resume(Turn turn) {
        if (!orders.resumed()) {
            looks.after(orders.resume(turn), turn);
        }
    }

    private void with(String name, Consumer<Ward> what) {
        Optional<Ward> ward = wards.find(name);
        ward.ifPresent(what);
    }

    /** When the next tick is worth it. */
    public Duration nextDue() {
        return Stream.of(cycles.nextDue(), plans.nextDue(), tidings.nextDue()).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** From now on nothing is begun; what is under way goes on. */
    public void retire() {
        cycles.retire();
    }

    /** Whether nothing is under way and nothing waits. */
    public boolean idle() {
        return plans.none() && wards.all().stream().allMatch(w -> w.phase == Ward.Phase.IDLE);
    }

    /** Whether nothing is wrong with any service, as far as its tests can tell. */
    public boolean well() {
        return wards.all().stream().noneMatch(Ward::failing);
    }

    /** Whether something is being done to a service. */
    public boolean acting() {
        return !plans.none();
    }

    public Snapshot snapshot(Instant at) {
        Now now = last.at(at);
        List<Snapshot.View> views = wards.views(w -> hush.over(w.service, now).stream().toList());
        return new Snapshot(at, settings, views, chronicle.shown(), hush.silences());
    }

    public Remembered remember(String boot) {
        return new Remembered(boot, wards.kept(), chronicle.events(), orders.orders(), hush.silences());
    }
}
