package jmonit.model;

/** {@code if <when> for <window> then <then> else if succeeded for <recovery> then <otherwise>}. */
public record Rule(Condition when, Window window, Action then, Window recovery, Action otherwise, Origin origin) {

    public Rule with(Action otherThen, Action otherOtherwise) {
        return new Rule(when, window, otherThen, recovery, otherOtherwise, origin);
    }

    Rule when(Condition other) {
        return new Rule(other, window, then, recovery, otherwise, origin);
    }
}
