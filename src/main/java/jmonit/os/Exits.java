package jmonit.os;

import java.io.IOException;
import java.util.function.Consumer;

/** Tells at once when a process ends, whoever started it. */
public interface Exits extends AutoCloseable {

    /**
     * Tells {@code listener} once, from a thread that must not be kept waiting; at once when the process is gone already
     * or its pid belongs to another by now. A second watch of the same process takes the place of the first.
     *
     * @throws IOException where the kernel refuses; then nothing is told
     */
    void watch(ProcessId process, Consumer<ProcessId> listener) throws IOException;

    void unwatch(ProcessId process);

    @Override
    void close();
}
