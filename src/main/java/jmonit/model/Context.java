package jmonit.model;

import java.util.List;

/** What is known at the moment of an event, for whoever is told of it. */
public sealed interface Context {

    Context NONE = new None();

    /** It is about no service, or happened before the daemon began. */
    record None() implements Context {
    }

    /**
     * Of one service.
     *
     * @param rule that led to it; empty where nobody wrote one
     * @param readings of the last look
     * @param attempts what was done about the service lately, the newest last
     */
    record Known(Service service, List<Rule> rule, Readings readings, List<Attempt> attempts) implements Context {

        public Known {
            rule = List.copyOf(rule);
            attempts = List.copyOf(attempts);
        }
    }
}
