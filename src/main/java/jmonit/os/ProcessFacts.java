package jmonit.os;

import java.time.Duration;

/**
 * What the kernel tells about a process at one moment.
 *
 * @param name the name of its program, without directory and arguments, at most 15 bytes
 * @param zombie ended, but not yet waited for by its parent
 * @param started how long after the start of the machine
 * @param memory bytes of its own in memory, swapped ones not counted
 */
public record ProcessFacts(ProcessId id, int parent, String name, boolean zombie, int threads, Processor processor, Duration started,
        long memory) {

    /** Processor time: its own, and that of its children that have ended and been waited for. */
    public record Processor(Duration own, Duration reaped) {

        public Duration total() {
            return own.plus(reaped);
        }
    }

    public int pid() {
        return id.pid();
    }
}
