package jmonit.catalog;

import java.util.List;

/** One entry of {@code set limits}: a size in bytes or a time in milliseconds, with its default. */
public record Limit(String name, boolean size, long normal, String summary) {

    public static final List<Limit> ALL = List.of(
            new Limit("programOutput", true, 512, "how much of a program's output is kept"),
            new Limit("sendExpectBuffer", true, 256, "how much of an answer expect reads"),
            new Limit("fileContentBuffer", true, 512, "how long a line a content test reads"),
            new Limit("httpContentBuffer", true, 1 << 20, "how much of a page a content test reads"),
            new Limit("networkTimeout", false, 5_000, "how long a server may take to answer"),
            new Limit("programTimeout", false, 300_000, "how long a checked program may run"),
            new Limit("stopTimeout", false, 30_000, "how long a service may take to stop"),
            new Limit("startTimeout", false, 30_000, "how long a service may take to start"),
            new Limit("restartTimeout", false, 30_000, "how long a restart program may take"),
            new Limit("execTimeout", false, 0, "how long a program of exec may run; 0 for ever"));
}
