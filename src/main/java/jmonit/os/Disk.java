package jmonit.os;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Files as those see them who watch them. Every call may hang where a network share does: make them within
 * {@link Errands}. Exceptions are worded for the operator and name the path.
 */
public interface Disk {

    /** Symbolic links are followed. Empty where nothing is there, also where a link leads nowhere. */
    Optional<FileStatus> status(String path) throws IOException;

    /** A regular file for reading; anything else is refused before it is opened, as a fifo would wait for its writer. */
    Opened open(String path) throws IOException;

    /** The paths in the directory of this one whose names begin with its name: where a rotated log is found. */
    List<String> namesakes(String path) throws IOException;

    /** A file being read; one thread. */
    interface Opened extends AutoCloseable {

        /** Reads from {@code position} until the room is full or the file ends; tells how many bytes. */
        int read(byte[] into, int offset, int length, long position) throws IOException;

        @Override
        void close() throws IOException;
    }
}
