package jmonit.model;

/** Whether jmonit may act on a service or only tell. */
public enum Mode {
    ACTIVE, PASSIVE
}
