package jmonit.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jmonit.model.Condition;
import jmonit.model.EventKind;
import jmonit.model.Origin;
import jmonit.model.Service;
import jmonit.rule.Judge;
import jmonit.rule.RuleState;

/** The tests of one service and what is known of each. Only the engine's thread touches it. */
final class Rules {

    private static final Set<String> PIDS = Set.of("pid", "ppid");

    private Judge judge;
    private List<Test> tests = List.of();
    private List<Test> limits = List.of();
    private final Map<String, RuleState> states = new HashMap<>();
    private final Map<String, String> because = new HashMap<>();
    private final Deque<Test> rest = new ArrayDeque<>();
    private boolean settled;

    Rules(Service service, Judge judge) {
        take(service, judge);
    }

    /** What is known of rules that stayed stays. Answers with where those stand now that stood elsewhere. */
    Map<Origin, Origin> take(Service service, Judge itsJudge) {
        List<Test> before = all();
        judge = itsJudge;
        tests = Test.of(service, itsJudge);
        limits = Test.limits(service);
        List<String> keys = all().stream().map(Test::key).toList();
        states.keySet().retainAll(keys);
        because.keySet().retainAll(keys);
        settled = false;
        return moved(before);
    }

    private Map<Origin, Origin> moved(List<Test> before) {
        Map<String, Origin> now = new HashMap<>();
        all().forEach(t -> now.put(t.key(), t.rule().origin()));
        Map<Origin, Origin> moved = new HashMap<>();
        before.stream().filter(t -> now.containsKey(t.key())).forEach(t -> moved.put(t.rule().origin(), now.get(t.key())));
        return moved;
    }

    Judge judge() {
        return judge;
    }

    List<Test> tests() {
        return tests;
    }

    /** Rules about how often it was restarted. */
    List<Test> limits() {
        return limits;
    }

    List<Test> all() {
        return Stream.concat(limits.stream(), tests.stream()).toList();
    }

    EventKind kind(Test test) {
        return test.rule().when() instanceof Condition.Restarted ? EventKind.TIMEOUT : judge.kind(test.rule().when());
    }

    // ---- what is known

    RuleState state(Test test) {
        return states.getOrDefault(test.key(), RuleState.FRESH);
    }

    Map<String, RuleState> states() {
        return states;
    }

    void remember(Test test, RuleState state) {
        RuleState before = states.put(test.key(), state);
        settled &= state.equals(before);
    }

    void recall(Map<String, RuleState> kept) {
        states.putAll(kept);
        states.keySet().retainAll(all().stream().map(Test::key).toList());
    }

    /** What was last said of a test, empty for nothing. */
    String because(String key) {
        return because.getOrDefault(key, "");
    }

    void say(Test test, String text) {
        because.put(test.key(), text);
    }

    boolean failing() {
        return states.values().stream().anyMatch(RuleState::failing);
    }

    /** Tests that fail, but for those that tell of changes: from these nothing recovers. */
    List<Test> failed() {
        return all().stream().filter(t -> !t.changes() && state(t).failing()).toList();
    }

    /** A pid that we have changed ourselves is no news. */
    void forgetPid() {
        tests.stream().filter(t -> PIDS.contains(watchedMetric(t.rule().when()))).map(Test::key)
                .forEach(key -> states.computeIfPresent(key, (_, state) -> state.remembering("")));
        settled = false;
    }

    private static String watchedMetric(Condition condition) {
        return switch (condition) {
            case Condition.Changed(String metric) -> metric;
            case Condition.Unchanged(String metric) -> metric;
            default -> "";
        };
    }

    /** Forgets what looks left, so that monitoring starts anew. */
    void forget() {
        states.clear();
        settled = false;
        rest.clear();
    }

    // ---- what is still to be held against a look

    /** {@code nothing} came of the sample that was just held against all tests: nothing will, as long as the next look finds the very same. */
    void settle(boolean nothing) {
        settled = nothing && tests.stream().noneMatch(t -> judge.ages(t.rule().when()));
    }

    void unsettle() {
        settled = false;
    }

    boolean settled() {
        return settled && rest.isEmpty();
    }

    /** These are for a fresh look, after the restart that a test before them asked for. */
    void interrupt(Deque<Test> left) {
        rest.addAll(left);
    }

    boolean interrupted() {
        return !rest.isEmpty();
    }

    void resume() {
        rest.clear();
    }

    List<Test> unanswered() {
        var left = new ArrayList<>(rest);
        rest.clear();
        return left;
    }
}
