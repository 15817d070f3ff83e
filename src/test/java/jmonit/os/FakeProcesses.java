package jmonit.os;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jmonit.os.ProcessFacts.Processor;

/** Processes that run because a test says so. A process starts as many ticks after the machine as its pid says, unless told otherwise. */
public final class FakeProcesses implements Processes {

    private final Map<Integer, ProcessFacts> facts = new TreeMap<>();
    private final Map<Integer, String> commands = new HashMap<>();
    private int tables;

    public FakeProcesses run(int pid, int parent, String command) {
        return with(new ProcessFacts(new ProcessId(pid, pid), parent, command.split(" ")[0], false, 1,
                new Processor(Duration.ZERO, Duration.ZERO), Duration.ofMillis(10L * pid), 1 << 20), command);
    }

    public FakeProcesses with(ProcessFacts process, String command) {
        facts.put(process.pid(), process);
        commands.put(process.pid(), command);
        return this;
    }

    public void end(int pid) {
        facts.remove(pid);
        commands.remove(pid);
    }

    /** How often all command lines were asked for. */
    public int tables() {
        return tables;
    }

    @Override
    public Optional<ProcessFacts> find(int pid) {
        return Optional.ofNullable(facts.get(pid));
    }

    @Override
    public List<ProcessFacts> descendants(ProcessFacts ancestor) {
        var found = new ArrayList<ProcessFacts>();
        for (var child : facts.values()) {
            if (child.parent() == ancestor.pid()) {
                found.add(child);
                found.addAll(descendants(child));
            }
        }
        return found;
    }

    @Override
    public Optional<CommandLine> command(int pid) {
        return Optional.ofNullable(commands.get(pid)).map(words -> new CommandLine(pid, words));
    }

    @Override
    public List<CommandLine> commands(Duration age) {
        tables++;
        return facts.keySet().stream().map(this::command).flatMap(Optional::stream).toList();
    }
}
