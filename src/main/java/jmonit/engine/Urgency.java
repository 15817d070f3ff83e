package jmonit.engine;

/** How soon what has changed is to be on disk: a counter that lags behind by a few cycles does no harm, a forgotten alert does. */
public enum Urgency {
    NOW, SOON
}
