package jmonit.daemon;

import java.io.IOException;

import jmonit.model.LogTarget;

/** The log of the running program: to the terminal until it leaves it, and to the target the control file names. */
public interface Log extends AutoCloseable {

    /** Writes to this target from now on, in place of any before it. */
    void open(LogTarget target) throws IOException;

    /** After a rotation: the next line goes to the file that has the name now. */
    void reopen();

    /** The program goes into the background. */
    void leaveTerminal();

    @Override
    void close();
}
