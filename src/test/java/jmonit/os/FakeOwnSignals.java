package jmonit.os;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Signals that go nowhere, and arrive when a test says so. */
public final class FakeOwnSignals implements OwnSignals {

    private final List<String> sent = new ArrayList<>();
    private final List<Consumer<OwnSignal>> listeners = new ArrayList<>();
    private String refusal = "";

    /** From now on nothing may be sent, for this reason. */
    public FakeOwnSignals refuse(String reason) {
        refusal = reason;
        return this;
    }

    /** As in "4711 STOP". */
    public List<String> sent() {
        return List.copyOf(sent);
    }

    public void arrive(OwnSignal signal) {
        listeners.forEach(l -> l.accept(signal));
    }

    @Override
    public void send(long pid, OwnSignal signal) throws IOException {
        if (!refusal.isEmpty()) {
            throw new IOException(refusal);
        }
        sent.add(pid + " " + signal);
    }

    @Override
    public void listen(Consumer<OwnSignal> listener) {
        listeners.add(listener);
    }
}
