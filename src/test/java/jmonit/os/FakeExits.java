package jmonit.os;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Processes end when a test says so. */
public final class FakeExits implements Exits {

    private final Map<ProcessId, Consumer<ProcessId>> watches = new HashMap<>();

    @Override
    public void watch(ProcessId process, Consumer<ProcessId> listener) {
        watches.put(process, listener);
    }

    @Override
    public void unwatch(ProcessId process) {
        watches.remove(process);
    }

    public Set<ProcessId> watched() {
        return Set.copyOf(watches.keySet());
    }

    public void end(ProcessId process) {
        Optional.ofNullable(watches.remove(process)).ifPresent(listener -> listener.accept(process));
    }

    @Override
    public void close() {
        watches.clear();
    }
}
