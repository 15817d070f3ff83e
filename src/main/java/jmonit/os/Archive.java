package jmonit.os;

import java.io.IOException;

/** A file of {@link Archives} while it is open. Used by one thread, but others may have opened the same file. */
public interface Archive extends AutoCloseable {

    /** Reads from {@code position} until the room is full or the file ends; tells how many bytes. */
    int read(byte[] into, int length, long position) throws IOException;

    /** A place beyond the end may be written: what lies between is zero and takes no room. */
    void write(byte[] from, int length, long position) throws IOException;

    @Override
    void close();
}
