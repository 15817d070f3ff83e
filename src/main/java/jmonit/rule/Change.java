package jmonit.rule;

import java.util.function.Supplier;

import jmonit.model.Condition;
import jmonit.rule.Verdict.Clear;
import jmonit.rule.Verdict.Tripped;

/** What a rule about changes remembers held against what is there now, both as texts. */
record Change(String before, String now) {

    /** Nothing is remembered before the first look; nothing has changed then. */
    boolean first() {
        return before.isEmpty();
    }

    boolean happened() {
        return !first() && !before.equals(now);
    }

    /** Remembers the new value; {@code changed} and {@code same} are the words for both ways. */
    Judgement judge(Condition asked, Supplier<String> changed, Supplier<String> same) {
        boolean trips = asked instanceof Condition.Unchanged ? !happened() && !first() : happened();
        var words = happened() ? changed : same;
        return new Judgement(trips ? new Tripped(words.get()) : new Clear(words), now);
    }
}
