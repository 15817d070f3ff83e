package jmonit.os;

import java.io.IOException;

/** Where a daemon lives once it has left the terminal. */
public interface Background {

    /**
     * Goes there, and tells the launcher that all went well: a session of its own, the root directory, no terminal.
     * What is written to the outputs afterwards is gone.
     */
    void enter() throws IOException;
}
