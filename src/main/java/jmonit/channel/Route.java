package jmonit.channel;

import java.time.Duration;

/** A way to somebody who hears of events themselves. */
interface Route extends AutoCloseable {

    /** Names whoever stands at its end. */
    String address();

    void open();

    void add(Note note);

    /** Whether nobody is there. */
    boolean troubled();

    /** Gives what is under way its time. How much is left. */
    int drain(Duration patience) throws InterruptedException;

    @Override
    void close();
}
