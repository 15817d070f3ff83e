package jmonit.os;

import java.io.IOException;
import java.util.Optional;

/** Keeps small files of our own, which nobody else may read. */
public interface Keeper {

    /** Empty when there is no such file. */
    Optional<byte[]> kept(String path) throws IOException;

    /** Moves what is there out of the way, where an operator finds it; the path it has then. */
    String aside(String path) throws IOException;

    /** An empty file, where there is none yet. */
    void make(String path) throws IOException;

    /** In place: whoever is killed meanwhile leaves the beginning of the new content, or nothing. */
    void keep(String path, byte[] content) throws IOException;

    /** In place, a few bytes, as many as were there: whoever is killed meanwhile leaves the old ones or the new ones. */
    void mark(String path, byte[] content) throws IOException;
}
