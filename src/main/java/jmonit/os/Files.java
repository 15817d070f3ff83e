package jmonit.os;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What the machine says about paths. Exceptions are worded for the operator and name the path:
 * {@code cannot read /etc/monitrc: permission denied}.
 */
public interface Files {

    /** Empty when nothing is there: no such name, a file where a directory should be, a link that leads nowhere. */
    Optional<FileFacts> facts(String path) throws IOException;

    /** The content of a regular file of at most {@code limit} bytes; anything else is refused, and never waited for. */
    byte[] read(String path, long limit) throws IOException;

    /** Gives a file new content: written aside first, so that nobody ever sees half of it; owner and mode stay. */
    void replace(String path, byte[] content) throws IOException;

    /** The plain names in a directory, in any order; none when it does not exist. */
    List<String> list(String directory) throws IOException;

    /** The digest of a regular file in lower-case hexadecimal; {@code algorithm} is Java's name: "MD5", "SHA-1". */
    String digest(String path, String algorithm) throws IOException;

    /** Whether the running user may read it, as access(2) says; so also the next two. */
    boolean readable(String path);

    boolean writable(String path);

    boolean executable(String path);
}
