package jmonit.engine;

/** How serious a line of the log is. */
public enum Severity {
    ERROR, WARNING, INFO, DEBUG
}
