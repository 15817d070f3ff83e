package jmonit.os;

/** Runs programs as children of ours. */
public interface Programs {

    /** Never waits and never fails: what cannot be started has ended already, with {@link Ended.Refused}. */
    Running start(Launch launch);
}
