package jmonit.daemon;

import java.time.Instant;

import jmonit.model.ControlFile;

/** How the daemon is seen and driven from outside. What cannot be shown is told in the log, and the watch goes on without it. */
public interface Faces extends AutoCloseable {

    /** Makes what it will need on disk, before a look at its folder could see it come. */
    void prepare();

    /** At the beginning and after each reload; {@code since} is when that was. */
    void show(ControlFile controlFile, Instant since, Desk desk);

    /** Waits until what was shown last can be seen, but not for ever. */
    void settle() throws InterruptedException;

    @Override
    void close();
}
