package jmonit.model;

/** {@code if <when> for <window> then <then> else if succeeded for <recovery> then <otherwise>}. */
public record Rule(Condition when, Window window, Action then, Window recovery, Action otherwise, Origin origin) {

    Rule when(Condition other) {
        return new Rule(other, window, then, recovery, otherwise, origin);
    }
}
