package jmonit.rule;

import jmonit.model.Condition;

/** Which metric a condition is about. */
final class Metrics {

    private Metrics() {
    }

    /** Empty for a condition that is about no metric. */
    static String of(Condition condition) {
        return switch (condition) {
            case Condition.Threshold c -> c.metric();
            case Condition.Total c -> c.metric();
            case Condition.Changed c -> c.metric();
            case Condition.Unchanged c -> c.metric();
            case Condition.Matches c -> c.metric();
            case Condition.Differs c -> c.metric();
            case Condition.DiffersOwner c -> c.metric();
            case Condition.DiffersSum _ -> "checksum";
            case Condition.Missing _, Condition.Present _, Condition.Link _, Condition.Pinged _, Condition.Connected _,
                    Condition.Restarted _, Condition.Sound _ -> "";
        };
    }
}
