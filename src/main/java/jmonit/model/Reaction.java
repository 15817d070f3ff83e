package jmonit.model;

/** What happens when a process ends between two cycles: it is looked at now, or in its next cycle as in Monit. */
public enum Reaction {
    INSTANT, CYCLE
}
