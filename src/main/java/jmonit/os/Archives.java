package jmonit.os;

import java.io.IOException;
import java.util.Optional;

/** Larger files of our own, read and written in places, which nobody else may read. Exceptions name the path. */
public interface Archives {

    /** Empty when there is no such file; anything but a regular file is refused. */
    Optional<Archive> open(String path) throws IOException;

    /** A new file; what had the name before loses it. */
    Archive create(String path) throws IOException;

    /** What had the second name before is replaced at once. */
    void rename(String from, String to) throws IOException;

    /** Does nothing where there is no such file. */
    void remove(String path) throws IOException;
}
