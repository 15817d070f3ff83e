package jmonit.http;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

import jmonit.engine.Calming;
import jmonit.engine.Request.Wish;
import jmonit.model.Snapshot;

/** What of the daemon can be seen and done through the web server. Called on many threads. */
public interface Panel {

    /** What an operator may want of the daemon as a whole. */
    enum Verb {
        /** Check everything now. */
        VALIDATE,
        RELOAD, QUIT,
        /** End the web server, and nothing else. */
        STOP;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Snapshot show() throws InterruptedException;

    /** Whether the engine does anything at all: it is asked, and has that long to say so. */
    boolean answers(Duration within) throws InterruptedException;

    /**
     * Hands the wish over and does not wait. For each service in turn there will be a reply when it is over: empty for well, else the reason
     * why not. Where the engine did not even take the wish, the reply is there already.
     */
    List<CompletableFuture<String>> ask(Wish wish, List<String> services) throws InterruptedException;

    /** The same for what is wanted of those who are told; about no service there is one reply. It is on disk by then. */
    List<CompletableFuture<String>> calm(Calming wanted);

    /** The same for the daemon; where its control file is bad, the reason is all that is wrong with it, line by line. */
    CompletableFuture<String> order(Verb verb);
}
