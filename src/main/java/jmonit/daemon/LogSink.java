package jmonit.daemon;

import java.io.IOException;
import java.time.Instant;

import org.slf4j.event.Level;

/** Where lines of the log end up. */
public interface LogSink extends AutoCloseable {

    void write(Instant at, Level level, String text) throws IOException;

    /** The file may have been moved away. */
    default void reopen() {
    }

    @Override
    default void close() {
    }
}
