package jmonit.os;

import java.io.IOException;

/** Signals for other processes. */
public interface Signals {

    int HANG_UP = 1;
    int INTERRUPT = 2;
    int KILL = 9;
    int TERMINATE = 15;

    /** A failure says why: {@code cannot send signal 15 to process 4711: no such process}. */
    void send(int pid, int signal) throws IOException;
}
