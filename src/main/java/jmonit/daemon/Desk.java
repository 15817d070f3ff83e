package jmonit.daemon;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jmonit.engine.Calming;
import jmonit.engine.Request.Wish;
import jmonit.model.EventKind;
import jmonit.model.Snapshot;

/** Where the daemon can be seen and told what to do. Any thread may come. */
public interface Desk {

    /** What an operator may want of the daemon as a whole. */
    enum Order {
        /** Check everything now. */
        VALIDATE,
        RELOAD, QUIT
    }

    /** With all that has happened before the question. */
    Snapshot show() throws InterruptedException;

    /** Whether the watch goes on at all: it is asked, and has that long to answer. */
    boolean answers(Duration within) throws InterruptedException;

    /** For each service in turn how it ended: empty for well, else the reason why not. */
    List<CompletableFuture<String>> ask(Wish wish, List<String> services);

    /** Replies when it is on disk, to each service in turn or, where it is about none, once. */
    List<CompletableFuture<String>> calm(Calming wanted);

    /** Empty when it was carried out, else the reason why not. */
    CompletableFuture<String> order(Order order);

    /** Events since the start. */
    Map<EventKind, Long> counted();
}
