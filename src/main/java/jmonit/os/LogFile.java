package jmonit.os;

import java.io.IOException;

/** A file that grows line by line, and may be moved away at any time by whoever rotates logs. */
public interface LogFile extends AutoCloseable {

    /** Appends text in one piece, to the file that now has the name. */
    void append(byte[] text) throws IOException;

    /** Lets go of the file, so that the next line opens the one that has the name then. */
    void reopen();

    @Override
    void close();
}
