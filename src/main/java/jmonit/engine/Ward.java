package jmonit.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

import jmonit.model.Acknowledgement;
import jmonit.model.Command;
import jmonit.model.Commands;
import jmonit.model.Context;
import jmonit.model.Delay;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Presence;
import jmonit.model.Readings;
import jmonit.model.Sample;
import jmonit.model.Service;
import jmonit.model.Trace;
import jmonit.model.Unit;
import jmonit.rule.Judge;
import jmonit.rule.RestartCount;

/** All that changes about one service. Only the engine's thread touches it. */
final class Ward {

    /** What is being done about it right now. */
    enum Phase {
        IDLE, LOOKING, ACTING
    }

    /** Stands for the program that should start or stop it where tests have a key. */
    static final String PROGRAM = "";

    Service service;
    final Rules rules;

    boolean monitored = true;
    Phase phase = Phase.IDLE;
    /** A look is due, but something it depends on is looked at first. */
    boolean waiting;
    /** The look belongs to the service's own schedule, so windows move. */
    boolean scheduled;
    Duration since = Duration.ZERO;
    Duration due = Duration.ZERO;
    /** Of the last look that was begun; answers to earlier ones count for nothing. */
    long look;
    /** When to look again at a process that has ended and is not yet gone, and how often that was done. */
    List<Duration> again = List.of();
    int tries;
    /** The minute of the last look that cron fields asked for. */
    List<LocalDateTime> minute = List.of();
    long cycles;
    /** Cycles that went by while a look or an action took its time. */
    long missed;
    List<Sample> seen = List.of();
    Instant seenAt = Instant.EPOCH;
    /** The schedule left it out of this cycle. */
    boolean skipped;
    /** What a plan does to it, empty for nothing. */
    String doing = "";
    Trace trace = Trace.NONE;
    RestartCount restarts = RestartCount.NONE;
    /** The process whose end is told, if any. */
    List<Watched> watched = List.of();
    /** It ended while a look was under way. */
    boolean lookAgain;
    /** The look under way follows an action and tells what came of it. */
    boolean aftermath;
    /** Its start was not even tried, for want of what it depends on. */
    boolean deprived;
    /** Something was done about it since its last cycle; whatever else has to be done has to wait for the next one. */
    boolean hurried;
    /** It was stopped because of what it depends on, and has been neither started nor looked at since. */
    boolean initializing;
    /** A program that should start or stop it failed: none or one. */
    List<Remembered.Failed> broken = List.of();
    List<Remembered.Begun> begun = List.of();
    private Optional<Remembered.Kept> kept = Optional.empty();
    final Attempts attempts = new Attempts();
    /** In which cycles of a failure somebody wants to hear of it again. */
    IntPredicate reminds = _ -> false;
    /** How long those wait who want to hear only of what lasts. */
    List<Delay> delays = List.of();
    final Hearing hearing = new Hearing();
    /** Rules may watch it now, and nothing else. */
    boolean restrained;

    Ward(Service service, Judge judge) {
        this.service = service;
        rules = new Rules(service, judge);
    }

    /** The service as a reload has it. */
    void take(Service changed, Judge judge) {
        service = changed;
        hearing.move(rules.take(changed, judge));
    }

    /** Nothing is remembered of a service that was not there before. */
    void recall(Optional<Remembered.Kept> kept, boolean rebooted) {
        monitored = switch (service.care().onReboot()) {
            case START -> !kept.isPresent() || rebooted || kept.get().monitored();
            case NOSTART -> kept.isPresent() && !rebooted && kept.get().monitored();
            case LASTSTATE -> kept.isEmpty() || kept.get().monitored();
        };
        kept.ifPresent(k -> recall(k, rebooted));
    }

    private void recall(Remembered.Kept kept, boolean rebooted) {
        trace = kept.trace();
        if (!rebooted) {
            rules.recall(kept.states());
            restarts = kept.restarts();
            begun = kept.begun();
            broken = kept.failed();
            hearing.recall(kept.heard());
        }
    }

    /** The same object as long as nothing has changed, for whoever writes it down. */
    Remembered.Kept kept() {
        if (kept.isEmpty() || changed(kept.get())) {
            kept = Optional.of(new Remembered.Kept(service.name(), service.type(), monitored, rules.states(), trace, restarts, begun, broken,
                    hearing.kept()));
        }
        return kept.get();
    }

    /** What never changes in itself is the same where it is the same object; to be wrong about that costs a line written twice. */
    private boolean changed(Remembered.Kept before) {
        return monitored != before.monitored() || trace != before.trace() || restarts != before.restarts() || !begun.equals(before.begun())
                || !broken.equals(before.failed()) || !rules.states().equals(before.states()) || !hearing.kept().equals(before.heard())
                || !service.type().equals(before.type());
    }

    /** Whether nothing can come of this sample. A sampler that finds nothing new hands out the sample it made last. */
    boolean settled(Sample sample) {
        return rules.settled() && broken.isEmpty() && !aftermath && sample == seen.getFirst();
    }

    void perform(Step step, Turn turn) {
        attempts.begin(step, turn.now());
        turn.add(new Effect.Perform(step));
    }

    /** Whether the look that has just come in says that it is not there. */
    boolean gone(Now now) {
        return seenAt.equals(now.wall()) && !seen.isEmpty() && seen.getFirst().presence() instanceof Presence.Missing;
    }

    Readings readings() {
        return seen.isEmpty() ? Readings.NONE : seen.getFirst().readings();
    }

    /** The process that was seen last, or that the pidfile names though it is not there any more. */
    List<Long> process() {
        return seen.stream().map(s -> s.readings().amount("pid", Unit.COUNT).or(() -> s.readings().amount("ended", Unit.COUNT)).orElse(0.0).longValue())
                .toList();
    }

    /** Whether it was up when it was last seen, and nothing is being done to it. */
    boolean well() {
        return monitored && phase != Phase.ACTING && !seen.isEmpty() && !failing() && !initializing;
    }

    boolean failing() {
        return !broken.isEmpty() || rules.failing();
    }

    /** A look that is under way tells of what was before. */
    void act(String deed) {
        look++;
        phase = Phase.ACTING;
        doing = deed;
    }

    void rest() {
        phase = Phase.IDLE;
        doing = "";
    }

    /** What was last said of a test, or of a program; empty for nothing. */
    String because(String key) {
        return key.equals(PROGRAM) ? broken.stream().map(Remembered.Failed::because).findFirst().orElse("") : rules.because(key);
    }

    /** When each of its failures began: of its tests, and of the program that should start or stop it. */
    List<Instant> failures() {
        return Stream.concat(rules.failed().stream().map(t -> rules.state(t).since()), broken.stream().map(Remembered.Failed::at)).toList();
    }

    /** None or one; it is over with what it was about. */
    List<Acknowledgement> acknowledged() {
        return hearing.acknowledged().stream().filter(a -> failures().stream().anyMatch(a::covers)).toList();
    }

    /** A look of its own, not of a plan. */
    void look(Turn turn) {
        phase = Phase.LOOKING;
        aftermath = false;
        since = turn.now().elapsed();
        again = List.of();
        turn.add(beginLook());
    }

    Effect beginLook() {
        return new Effect.Look(++look, service, trace);
    }

    void see(Sample sample, Now now) {
        if (seen.isEmpty() || sample != seen.getFirst()) {
            seen = List.of(sample);
            rules.unsettle();
        }
        seenAt = now.wall();
        missed = 0;
        trace = sample.trace();
    }

    /** What goes along with an event that no rule led to. */
    Context context() {
        return new Context.Known(service, List.of(), readings(), attempts.all());
    }

    Context context(Test test) {
        return new Context.Known(service, List.of(test.rule()), readings(), attempts.all());
    }

    /** What is known by now of an event of the past. */
    Context context(Event event) {
        return rules.all().stream().filter(t -> t.rule().origin().equals(event.origin())).findFirst()
                .map(this::context).orElseGet(this::context);
    }

    Event event(Now now, EventKind kind, Event.Side side, String because, String action) {
        return new Event(now.wall(), name(), service.type(), kind, side, because, action, service.origin());
    }

    /** What was begun that may still bring it up. A wall clock that was set since then must not make anybody wait for hours. */
    Stream<Remembered.Begun> coming(Instant now) {
        return begun.stream().filter(b -> b.deed() != Deed.STOP && Duration.between(b.at(), now).abs().compareTo(startTimeout()) < 0);
    }

    /** How long it may take to come up. */
    private Duration startTimeout() {
        Commands commands = service.commands();
        return Stream.concat(commands.start().stream(), commands.restart().stream()).map(Command::timeout).max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    String name() {
        return service.name();
    }

    /** Forgets what a look left, so that monitoring starts anew. */
    void forget() {
        rules.forget();
        restarts = RestartCount.NONE;
        initializing = false;
        broken = List.of();
        hearing.forget();
    }
}
