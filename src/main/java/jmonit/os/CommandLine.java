package jmonit.os;

/** How a process was called: its words with a blank between, or the name of its program where it has none, as a kernel thread. */
public record CommandLine(int pid, String words) {
}
