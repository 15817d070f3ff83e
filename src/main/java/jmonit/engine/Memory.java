package jmonit.engine;

import java.io.IOException;

/** Where what must survive is kept. */
public interface Memory {

    /** Nothing where nothing was kept yet; an exception where something is that cannot be used. */
    Remembered load() throws IOException;

    void save(Remembered remembered) throws IOException;
}
