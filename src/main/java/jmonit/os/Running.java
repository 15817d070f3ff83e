package jmonit.os;

import java.time.Duration;
import java.util.Optional;

/** A program that was started. It needs no closing: what it holds is given back when it ends. */
public interface Running {

    /** 0 for one that could not be started. */
    long pid();

    /** How it ended; empty where it still runs after {@code patience}, which may be zero. Children that live on are not waited for. */
    Optional<Ended> await(Duration patience) throws InterruptedException;

    /**
     * Ends the program and its whole process group: asks with SIGTERM, and uses SIGKILL after {@code grace}, or at once where that is zero.
     * Empty in the rare case that not even this ends it, such as one that hangs in the kernel.
     */
    Optional<Ended> kill(Duration grace) throws InterruptedException;
}
