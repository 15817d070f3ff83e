package jmonit.engine;

/**
 * How soon what has changed is to be on disk: a forgotten alert does harm, a place in a log that lags behind by a few cycles little, and
 * counters, which move in each cycle, none.
 */
public enum Urgency {
    NOW, SOON, LATER
}
