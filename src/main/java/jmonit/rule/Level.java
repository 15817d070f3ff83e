package jmonit.rule;

/** How loudly a step is told in the log. */
public enum Level {
    SILENT, INFO, WARNING, ERROR
}
