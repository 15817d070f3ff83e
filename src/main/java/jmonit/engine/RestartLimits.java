package jmonit.engine;

import java.util.List;

import jmonit.model.Condition;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.rule.RestartCount;
import jmonit.rule.RuleState;
import jmonit.rule.Verdict;

/** What becomes of services that are restarted too often. */
final class RestartLimits {

    private final Consequences consequences;
    private final Chronicle chronicle;

    RestartLimits(Consequences consequences, Chronicle chronicle) {
        this.consequences = consequences;
        this.chronicle = chronicle;
    }

    /** Once in each cycle: whether the service was restarted so often that it is not even looked at. */
    boolean exceeded(Ward ward, Turn turn) {
        RestartCount before = ward.restarts;
        ward.restarts = before.nextCycle(longest(ward.rules.limits()));
        if (!before.equals(ward.restarts)) {
            turn.persist(Urgency.SOON);
        }
        for (Test test : ward.rules.limits()) {
            if (ward.restarts.reaches(limit(test))) {
                exceeded(ward, test, turn);
            }
        }
        return !ward.monitored || ward.phase == Ward.Phase.ACTING;
    }

    private static int longest(List<Test> limits) {
        return limits.isEmpty() ? 0 : limits.stream().mapToInt(t -> limit(t).cycles()).max().orElse(0);
    }

    private static Condition.Restarted limit(Test test) {
        return (Condition.Restarted) test.rule().when();
    }

    private void exceeded(Ward ward, Test test, Turn turn) {
        String word = test.rule().then().word();
        String because = ward.restarts.because(word);
        RuleState.Step step = ward.rules.state(test).next(new Verdict.Tripped(because), test.rule());
        ward.rules.remember(test, step.at(turn.now().wall()));
        turn.say(Severity.ERROR, ward, because);
        Event event = ward.event(turn.now(), EventKind.TIMEOUT, Event.Side.FAILED, because, word).from(test.rule().origin());
        if (step.announces(test.rule())) {
            chronicle.announce(event, ward.context(test), turn);
        }
        if (step.acts(test.rule())) {
            Actions.line(test.rule().then()).ifPresent(line -> turn.say(Severity.INFO, ward, line));
            consequences.take(ward, List.of(new Judging.Wanted(test.rule().then(), event)), turn);
        }
    }
}
