package jmonit.os;

import java.io.IOException;
import java.util.function.Consumer;

/** The signals by which a running daemon is told what to do. */
public interface OwnSignals {

    /** The exception carries the system's own reason and nothing else: {@code Operation not permitted}. */
    void send(long pid, OwnSignal signal) throws IOException;

    /** From now on signals to this process arrive there, each on a thread of its own, instead of ending it. */
    void listen(Consumer<OwnSignal> listener);
}
