package jmonit.os;

/**
 * One process for good: the kernel gives a pid away again, but never with the same start.
 *
 * @param start clock ticks from the start of the machine to that of the process
 */
public record ProcessId(int pid, long start) {

    @Override
    public String toString() {
        return pid + " " + start;
    }
}
