package jmonit.daemon;

import java.util.List;

import jmonit.os.OwnSignal;

/** What a daemon lives for. */
public interface Work {

    /** Looks at every service once; whether all are well. */
    boolean once();

    /** Does what an operator wants of these services, one {@link jmonit.engine.Request.Wish} in lower case; whether all of it worked out. */
    boolean act(String wish, List<String> services);

    /** Watches until told to stop. */
    void watch();

    /** A signal has arrived, on any thread; it must not wait for anything. To be told to stop twice is to be told once. */
    void told(OwnSignal signal);
}
