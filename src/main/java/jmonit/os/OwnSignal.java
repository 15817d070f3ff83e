package jmonit.os;

/** What one jmonit tells another by a signal. */
public enum OwnSignal {

    /** Read the control file again: SIGHUP. */
    RELOAD,

    /** Check everything now: SIGUSR1. */
    WAKE,

    /** Stop watching and end: SIGTERM, or SIGINT from a terminal. */
    STOP
}
