package jmonit.engine;

/** A process whose end is to be told at once; a pid counts only together with its start, in clock ticks since the machine's. */
public record Watched(long pid, long start) {
}
