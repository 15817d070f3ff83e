package jmonit.engine;

import java.io.IOException;

/** Where what must survive is kept. */
public interface Memory {

    /** Nothing where nothing was kept yet; an exception where something is that cannot be used. */
    Remembered load() throws IOException;

    /** Makes its files before anything is watched: later, that would be a change of their directory. */
    void prepare() throws IOException;

    void save(Remembered remembered) throws IOException;
}
