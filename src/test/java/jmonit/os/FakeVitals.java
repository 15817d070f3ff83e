package jmonit.os;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** A machine that goes through the states a test lists, and cannot be read after the last. */
public final class FakeVitals implements Vitals {

    private final Queue<MachineState> states;

    public FakeVitals(MachineState... states) {
        this.states = new ArrayDeque<>(List.of(states));
    }

    /** Two processors, 1000 bytes of memory of which 250 are used, 2000 of swap with 500 used, up for a minute. */
    public static MachineState state(long... ticks) {
        return new MachineState(CpuTicks.of(ticks), 2, new MachineState.Load(1.0, 0.5, 0.25), new MachineState.Memory(1000, 250, 2000, 500),
                new MachineState.OpenFiles(30, 1, 300), Duration.ofMinutes(1));
    }

    @Override
    public MachineState now() throws IOException {
        if (states.isEmpty()) {
            throw new IOException("cannot read /proc/stat: permission denied");
        }
        return states.remove();
    }
}
