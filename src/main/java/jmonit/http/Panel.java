package jmonit.http;

import java.util.List;

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
        STOP
    }

    Snapshot show() throws InterruptedException;

    /** Hands the wish over; empty where the engine took it, else the reason why not. Does not wait for programs to end. */
    String ask(Wish wish, List<String> services) throws InterruptedException;

    void order(Verb verb);
}
