package jmonit.os.live;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

import jmonit.os.Signals;

/** Signals by kill(2). */
public final class LiveSignals implements Signals {

    private static final MemorySegment KILL = LibC.function("kill");

    @Override
    public void send(int pid, int signal) throws IOException {
        if (pid <= 0) {
            // To kill(2) these are whole groups of processes, or all of them.
            throw new IllegalArgumentException("no process has the id " + pid);
        }
        var answer = LibC.ask(KILL, pid, signal, 0, 0, 0, 0);
        if (answer < 0) {
            throw new IOException("cannot send signal " + signal + " to process " + pid + ": " + Refusal.of(-answer));
        }
    }
}
