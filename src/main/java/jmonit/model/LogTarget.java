package jmonit.model;

/** Where jmonit writes what it does. */
public sealed interface LogTarget {

    record None() implements LogTarget {
    }

    record ToFile(String path) implements LogTarget {
    }

    record Syslog(String facility) implements LogTarget {
    }
}
