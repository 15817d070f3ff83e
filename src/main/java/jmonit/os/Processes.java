package jmonit.os;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The processes of this machine. What ends while it is being looked at is not there. */
public interface Processes {

    Optional<ProcessFacts> find(int pid);

    /** All that descend from a process, zombies included, without the process itself. */
    List<ProcessFacts> descendants(ProcessFacts ancestor);

    Optional<CommandLine> command(int pid);

    /** All processes by pid, as they were read at most {@code age} ago; whoever asks within that time shares the answer. */
    List<CommandLine> commands(Duration age) throws InterruptedException;
}
