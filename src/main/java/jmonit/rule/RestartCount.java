package jmonit.rule;

import jmonit.model.Condition;

/**
 * How often a service was started again by its rules, and in how many of its cycles. Monit 5.33 keeps one count for all limits of a service:
 * it begins with a first restart and is forgotten when it is older than the longest limit, or when the service is no longer monitored.
 */
public record RestartCount(int starts, int cycles) {

    public static final RestartCount NONE = new RestartCount(0, 0);

    /** To be called first in each cycle of the service; {@code longest} is the longest of its limits, in cycles. */
    public RestartCount nextCycle(int longest) {
        if (starts == 0) {
            return this;
        }
        return cycles >= longest ? NONE : new RestartCount(starts, cycles + 1);
    }

    /** To be called for each start and restart that a rule of the service asks for, but not for those of the operator. */
    public RestartCount started() {
        return starts == Integer.MAX_VALUE ? this : new RestartCount(starts + 1, cycles);
    }

    /** To be asked after {@link #nextCycle} and before the other rules of the service. */
    public boolean reaches(Condition.Restarted limit) {
        return starts >= limit.restarts() && cycles > 0 && cycles <= limit.cycles();
    }

    /** In the words of the log; {@code action} as in the control file. */
    public String because(String action) {
        return "service restarted " + starts + " times within " + cycles + " cycles(s) - " + action;
    }
}
