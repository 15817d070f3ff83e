package jmonit.os;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** The whole machine at one moment; sizes in bytes. */
public record MachineState(CpuTicks cpu, int cores, Load load, Memory memory, OpenFiles files, Duration uptime) {

    public MachineState {
        requireNonNull(cpu, "cpu");
        requireNonNull(load, "load");
        requireNonNull(memory, "memory");
        requireNonNull(files, "files");
        requireNonNull(uptime, "uptime");
        if (cores < 1) {
            throw new IllegalArgumentException("a machine has a processor, was " + cores);
        }
    }

    /** The average number of runnable processes over one, five and fifteen minutes. */
    public record Load(double one, double five, double fifteen) {
    }

    /** {@code used} is what programs could not have: all but what the kernel calls available. */
    public record Memory(long total, long used, long swapTotal, long swapUsed) {
    }

    public record OpenFiles(long open, long unused, long limit) {
    }
}
