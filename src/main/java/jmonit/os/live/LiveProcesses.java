package jmonit.os.live;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jmonit.os.CommandLine;
import jmonit.os.ProcessFacts;
import jmonit.os.Processes;

/** Processes as /proc tells of them. Nothing is kept but the command lines, for as long as someone may want to share them. */
public final class LiveProcesses implements Processes {

    private final CommandLines commands = new CommandLines();
    private final Descendants descendants = new Descendants();

    @Override
    public Optional<ProcessFacts> find(int pid) {
        return new ProcessReader().facts(pid);
    }

    @Override
    public List<ProcessFacts> descendants(ProcessFacts ancestor) {
        return descendants.of(ancestor);
    }

    @Override
    public Optional<CommandLine> command(int pid) {
        return new ProcessReader().command(pid);
    }

    @Override
    public List<CommandLine> commands(Duration age) throws InterruptedException {
        return commands.read(age);
    }

    /** Whether the kernel lists the children of a thread, which spares us the table of all processes. */
    static boolean kernelListsChildren() {
        try {
            ProcFile.text("/proc/thread-self/children");
            return true;
        } catch (IOException unknown) {
            return false;
        }
    }
}
