package jmonit.catalog;

import java.util.List;

/** One entry of {@code set limits}: a size in bytes, a time in milliseconds or a number, with its default. */
public record Limit(String name, Kind kind, long normal, String summary) {

    public static final String CHECKS_IN_FLIGHT = "checksInFlight";

    public static final List<Limit> ALL = List.of(
            new Limit("programOutput", Kind.SIZE, 512, "how much of a program's output is kept"),
            new Limit("sendExpectBuffer", Kind.SIZE, 256, "how much of an answer expect reads"),
            new Limit("fileContentBuffer", Kind.SIZE, 512, "how long a line a content test reads"),
            new Limit("httpContentBuffer", Kind.SIZE, 1 << 20, "how much of a page a content test reads"),
            new Limit("networkTimeout", Kind.TIME, 5_000, "how long a server may take to answer"),
            new Limit("programTimeout", Kind.TIME, 300_000, "how long a checked program may run"),
            new Limit("stopTimeout", Kind.TIME, 30_000, "how long a service may take to stop"),
            new Limit("startTimeout", Kind.TIME, 30_000, "how long a service may take to start"),
            new Limit("restartTimeout", Kind.TIME, 30_000, "how long a restart program may take"),
            new Limit("execTimeout", Kind.TIME, 0, "how long a program of exec may run; 0 for ever"),
            new Limit(CHECKS_IN_FLIGHT, Kind.COUNT, 1_024, "how many checks may run at once"));

    /** What the number after the name is. */
    public enum Kind {
        SIZE, TIME, COUNT
    }

    /** Whether a listing shows it: what only jmonit knows is left out as long as it says nothing new. */
    public boolean shows(long value) {
        return kind == Kind.COUNT ? value != normal : normal > 0 || value > 0;
    }
}
