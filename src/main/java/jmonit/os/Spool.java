package jmonit.os;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A directory of small files of our own, which nobody else may read. Exceptions are worded for the operator. */
public interface Spool {

    /** The names of what is there, in no order. The directory is made if there is none. */
    List<String> names() throws IOException;

    /** Empty when there is no such file. */
    Optional<byte[]> read(String name) throws IOException;

    /** Whoever reads the file finds the old content or the new one, even when we are killed meanwhile. */
    void write(String name, byte[] content) throws IOException;

    /** Also where there is none. */
    void remove(String name) throws IOException;
}
