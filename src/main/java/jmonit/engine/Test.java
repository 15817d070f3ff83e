package jmonit.engine;

import static java.util.Comparator.comparingInt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

import jmonit.model.Condition;
import jmonit.model.Rule;
import jmonit.model.Service;
import jmonit.rule.Judge;

/**
 * A rule in the order of judgement. {@code key} names it in the memory: it depends on what the rule says, not on where it stands, so that
 * editing one rule does not make another forget.
 */
record Test(Rule rule, int index, String key) {

    /** Whether it tells of changes, not of failures. */
    boolean changes() {
        return rule.when() instanceof Condition.Changed || rule.when() instanceof Condition.Matches;
    }

    /** The place of rules nobody wrote. */
    static final int STANDING = -1;

    static List<Test> of(Service service, Judge judge) {
        var keys = new HashSet<String>();
        var tests = new ArrayList<Test>();
        for (int i = 0; i < service.rules().size(); i++) {
            Rule rule = service.rules().get(i);
            if (!(rule.when() instanceof Condition.Restarted)) {
                tests.add(new Test(rule, i, key(rule, keys)));
            }
        }
        judge.standing(service).forEach(r -> tests.add(new Test(r, STANDING, key(r, keys))));
        tests.sort(comparingInt((Test t) -> judge.rank(t.rule().when())).thenComparingInt(t -> judge.lastFirst(t.rule().when()) ? -t.index() : 0));
        return List.copyOf(tests);
    }

    static List<Test> limits(Service service) {
        var keys = new HashSet<String>();
        var tests = new ArrayList<Test>();
        for (Rule rule : service.rules()) {
            if (rule.when() instanceof Condition.Restarted) {
                tests.add(new Test(rule, STANDING, key(rule, keys)));
            }
        }
        // Monit's order: the last written comes first.
        return List.copyOf(tests.reversed());
    }

    private static String key(Rule rule, Set<String> taken) {
        var sum = new CRC32();
        sum.update((rule.when() + "|" + rule.window() + "|" + rule.then() + "|" + rule.recovery() + "|" + rule.otherwise())
                .getBytes(StandardCharsets.UTF_8));
        String key = Long.toHexString(sum.getValue());
        int twin = 1;
        while (!taken.add(twin == 1 ? key : key + "." + twin)) {
            twin++;
        }
        return twin == 1 ? key : key + "." + twin;
    }
}
