package jmonit.os;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jmonit.model.Endpoint;

/** Servers as a test wants them: for each endpoint the wires to hand out in turn; where there are no more, it refuses. */
public final class FakeDialer implements Dialer {

    private final Map<Endpoint, Deque<FakeWire>> wires = new ConcurrentHashMap<>();
    private final Map<Endpoint, Integer> refusals = new ConcurrentHashMap<>();
    private final Map<Endpoint, Integer> refused = new ConcurrentHashMap<>();

    public FakeDialer with(Endpoint endpoint, FakeWire... wires) {
        this.wires.computeIfAbsent(endpoint, _ -> new ArrayDeque<>()).addAll(java.util.List.of(wires));
        return this;
    }

    /** Refuses so many calls before it hands out wires. */
    public FakeDialer refusing(Endpoint endpoint, int calls) {
        refusals.put(endpoint, calls);
        return this;
    }

    /** How many calls found nobody. */
    public int refused(Endpoint endpoint) {
        return refused.getOrDefault(endpoint, 0);
    }

    @Override
    public Wire dial(Endpoint endpoint, Duration patience) throws IOException {
        boolean shut = refusals.merge(endpoint, -1, Integer::sum) >= 0;
        var wire = shut ? null : wires.getOrDefault(endpoint, new ArrayDeque<>()).poll();
        if (wire == null) {
            refused.merge(endpoint, 1, Integer::sum);
            throw new IOException("Connection refused");
        }
        return wire;
    }
}
