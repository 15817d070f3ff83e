package jmonit.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import jmonit.model.Action;
import jmonit.model.Audience;
import jmonit.model.Condition;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Mode;
import jmonit.model.Presence;
import jmonit.model.Sample;
import jmonit.model.Window;
import jmonit.rule.Judgement;
import jmonit.rule.Level;
import jmonit.rule.Question;
import jmonit.rule.RuleState;
import jmonit.rule.Verdict;

/** One look held against the tests of a service: what is said, who is told, what is to be done. */
final class Judging {

    /** An action a test asked for. */
    record Wanted(Action action, Event event) {
    }

    private static final String PROCESS = "process";

    private final Ward ward;
    private final Sample sample;
    private final Now now;
    private final Duration cycle;
    private final List<Effect> effects = new ArrayList<>();
    private final List<Wanted> wanted = new ArrayList<>();
    private boolean tripped;
    private boolean changed;
    private boolean first;

    /** {@code cycle} is how far apart the looks of this service are. */
    Judging(Ward ward, Sample sample, Now now, Duration cycle) {
        this.ward = ward;
        this.cycle = cycle;
        this.sample = sample;
        this.now = now;
    }

    List<Effect> effects() {
        return effects;
    }

    /** Whether any test tripped, be it within its window. */
    boolean anyTripped() {
        return tripped;
    }

    /** Whether anything is to be remembered that was not before. */
    boolean anyChanged() {
        return changed;
    }

    /** Whether a test for changes has something to compare with for the first time. */
    boolean anyFirst() {
        return first;
    }

    List<Wanted> wanted() {
        return wanted;
    }

    /** Whether nothing came of it at all. */
    boolean idle() {
        return !tripped && !changed && effects.isEmpty() && wanted.isEmpty();
    }

    /** Tests that need more than one look to trip sit out a look between two cycles: their windows count cycles. */
    void all(boolean scheduled) {
        hold(new ArrayDeque<>(ward.rules.tests().stream().filter(t -> scheduled || immediate(t)).toList()));
    }

    /** Goes on where a restart interrupted. */
    void rest() {
        hold(new ArrayDeque<>(ward.rules.unanswered()));
    }

    /**
     * Right after an action: whether it is there again, and what a restart interrupted. Whoever acted on anything else now, or on a start in
     * vain, would act again and again within one cycle.
     */
    void aftermath() {
        Deque<Test> tests = new ArrayDeque<>();
        List<Test> left = ward.rules.unanswered();
        if (sample.presence() instanceof Presence.Here) {
            ward.rules.tests().stream().filter(t -> t.rule().when() instanceof Condition.Missing && immediate(t)).forEach(tests::add);
            tests.addAll(left);
        }
        hold(tests);
    }

    private static boolean immediate(Test test) {
        return test.rule().window().equals(Window.ONCE) && test.rule().recovery().equals(Window.ONCE);
    }

    private void hold(Deque<Test> tests) {
        while (!tests.isEmpty()) {
            Test test = tests.poll();
            if (!existence(test)) {
                works();
            }
            Action taken = hold(test);
            if (ends(taken)) {
                if (ward.rules.judge().goesOn(test.rule().when(), taken)) {
                    ward.rules.interrupt(tests);
                }
                return;
            }
        }
        works();
    }

    private static boolean existence(Test test) {
        return test.rule().when() instanceof Condition.Missing || test.rule().when() instanceof Condition.Present;
    }

    /** It is there, whatever became of the program that should have started or stopped it, and however often it was restarted. */
    private void works() {
        if (!(sample.presence() instanceof Presence.Here)) {
            return;
        }
        if (!ward.broken.isEmpty()) {
            ward.broken = List.of();
            works(EventKind.EXEC, "is running after previous exec error (slow starting or manually recovered?)",
                    ward.hearing.end(Ward.PROGRAM));
        }
        if (ward.service.type().equals(PROCESS)) {
            ward.rules.limits().stream().filter(t -> ward.rules.state(t).failing()).forEach(this::works);
        }
    }

    private void works(Test limit) {
        ward.rules.remember(limit, ward.rules.state(limit).next(new Verdict.Clear("works"), limit.rule()).state());
        works(EventKind.TIMEOUT, "is running after previous restart timeout (manually recovered?)", ward.hearing.end(limit.key()));
    }

    private void works(EventKind kind, String because, Audience audience) {
        String text = ward.service.type() + " " + because;
        say(Level.INFO, text);
        effects.add(new Effect.Announce(ward.event(now, kind, Event.Side.SUCCEEDED, text, "alert").to(audience), ward.context()));
    }

    /** What it was is over after these, or takes a while: what else was seen says nothing of what will be. */
    private boolean ends(Action taken) {
        return switch (taken) {
            case Action.Restart _, Action.Stop _, Action.Start _ -> ward.service.care().mode() == Mode.ACTIVE && !ward.restrained;
            case Action.Unmonitor _ -> !ward.restrained;
            case Action.Alert _, Action.Exec _, Action.Ignore _ -> false;
        };
    }

    private Action hold(Test test) {
        RuleState before = ward.rules.state(test);
        Judgement judgement = ward.rules.judge().judge(
                new Question(ward.service, test.rule(), test.index(), sample, before.memory(), now.wall()));
        RuleState.Step step = before.next(judgement.verdict(), test.rule(), cycle);
        RuleState after = remembering(step.at(now.wall()), judgement);
        if (!after.equals(before)) {
            ward.rules.remember(test, after);
            changed = true;
            first |= before.memory().isEmpty() && !after.memory().isEmpty();
        }
        return switch (judgement.verdict()) {
            case Verdict.Unknown _ -> Action.ALERT;
            case Verdict.Tripped(String because) -> tripped(test, step, because);
            case Verdict.Clear clear -> step.flipped() ? recovered(test, clear.because()) : Action.ALERT;
        };
    }

    private static RuleState remembering(RuleState state, Judgement judgement) {
        boolean nothing = judgement.verdict() instanceof Verdict.Unknown && judgement.memory().isEmpty();
        return nothing ? state : state.remembering(judgement.memory());
    }

    private Action tripped(Test test, RuleState.Step step, String because) {
        tripped = true;
        ward.rules.say(test, because);
        say(step.level(), because);
        Action action = test.rule().then();
        Event event = event(test, allowed(action), failed(test), because).to(ward.hearing.audience(test.key()));
        if (step.announces(test.rule())) {
            effects.add(new Effect.Announce(event, ward.context(test)));
        } else if (step.returns(1)) {
            remind(test, event, step.state().repeated());
        }
        return step.acts(test.rule()) ? take(action, event) : Action.ALERT;
    }

    private void remind(Test test, Event event, int cycle) {
        if (ward.reminds.test(cycle) && !ward.hearing.acknowledged(ward.rules.state(test).since())) {
            effects.add(new Effect.Still(event, cycle, ward.context(test)));
        }
    }

    private Action recovered(Test test, String because) {
        say(Level.INFO, because);
        Action action = test.rule().otherwise();
        Event event = event(test, allowed(action), succeeded(test), because).to(ward.hearing.end(test.key()));
        if (!(action instanceof Action.Ignore)) {
            effects.add(new Effect.Announce(event, ward.context(test)));
        }
        return take(action, event);
    }

    /** What becomes of an action where only watching is wanted: it is told as an alert, as with Monit. */
    private Action allowed(Action action) {
        return switch (action) {
            case Action.Start _, Action.Stop _, Action.Restart _, Action.Unmonitor _, Action.Exec _ when ward.restrained -> Action.ALERT;
            case Action.Start _, Action.Stop _, Action.Restart _ when ward.service.care().mode() == Mode.PASSIVE -> Action.ALERT;
            case Action.Start _, Action.Stop _, Action.Restart _, Action.Alert _, Action.Ignore _, Action.Unmonitor _, Action.Exec _ -> action;
        };
    }

    private Action take(Action action, Event event) {
        if (!ward.restrained && !(action instanceof Action.Alert || action instanceof Action.Ignore)) {
            wanted.add(new Wanted(action, event));
            // Said here, so that it follows the line of its own rule, though all are judged before the program runs.
            Actions.line(action).ifPresent(line -> say(Level.INFO, line));
        }
        return action;
    }

    private void say(Level level, String because) {
        String text = "'" + ward.name() + "' " + because;
        switch (level) {
            case ERROR -> effects.add(new Effect.Say(Severity.ERROR, text));
            case WARNING -> effects.add(new Effect.Say(Severity.WARNING, text));
            case INFO -> effects.add(new Effect.Say(Severity.INFO, text));
            case SILENT -> { }
        }
    }

    private Event event(Test test, Action action, Event.Side side, String because) {
        return new Event(now.wall(), ward.name(), ward.service.type(), ward.rules.judge().kind(test.rule().when()), side, because,
                action.word(), test.rule().origin());
    }

    private static Event.Side failed(Test test) {
        return test.changes() ? Event.Side.CHANGED : Event.Side.FAILED;
    }

    private static Event.Side succeeded(Test test) {
        return test.changes() ? Event.Side.UNCHANGED : Event.Side.SUCCEEDED;
    }
}
