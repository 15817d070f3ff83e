package jmonit.daemon;

import jmonit.os.OwnSignal;

/** What a daemon lives for. */
public interface Work {

    /** Looks at every service once; whether all are well. */
    boolean once();

    /** Watches until told to stop. */
    void watch();

    /** A signal has arrived, on any thread; it must not wait for anything. To be told to stop twice is to be told once. */
    void told(OwnSignal signal);
}
