package jmonit.engine;

/**
 * How soon what has changed is to be on disk: a forgotten alert does harm, and so does what was seen first, without which no later change is
 * one; a place in a log that lags behind by a few cycles does little, and counters, which move in each cycle, none.
 */
public enum Urgency {
    NOW, FIRST, SOON, LATER
}
