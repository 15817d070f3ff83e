package jmonit.os.live;

import java.io.File;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jmonit.os.ProcessFacts;

/**
 * All that descend from a process: from the lists of children the kernel keeps, or, where it keeps none, from the table
 * of all processes.
 */
final class Descendants {

    private final boolean listed;

    Descendants() {
        this(LiveProcesses.kernelListsChildren());
    }

    Descendants(boolean listed) {
        this.listed = listed;
    }

    List<ProcessFacts> of(ProcessFacts ancestor) {
        return listed ? byLists(ancestor) : byTable(ancestor);
    }

    private static List<ProcessFacts> byLists(ProcessFacts ancestor) {
        var reader = new ProcessReader();
        var found = new LinkedHashMap<Integer, ProcessFacts>();
        var waiting = new ArrayDeque<>(List.of(ancestor));
        while (!waiting.isEmpty()) {
            for (var child : children(reader, waiting.remove())) {
                if (found.putIfAbsent(child.pid(), child) == null) {
                    waiting.add(child);
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static List<ProcessFacts> children(ProcessReader reader, ProcessFacts parent) {
        var children = new ArrayList<ProcessFacts>();
        for (var thread : threads(parent)) {
            for (var pid : reader.children(parent.pid(), thread)) {
                reader.facts(pid).ifPresent(children::add);
            }
        }
        return children;
    }

    /** A child is listed with the thread that made it. */
    private static String[] threads(ProcessFacts parent) {
        if (parent.threads() <= 1) {
            return new String[] {Integer.toString(parent.pid())};
        }
        return Optional.ofNullable(new File("/proc/" + parent.pid() + "/task").list()).orElseGet(() -> new String[0]);
    }

    private static List<ProcessFacts> byTable(ProcessFacts ancestor) {
        var families = families();
        var found = new ArrayList<ProcessFacts>();
        var waiting = new ArrayDeque<>(List.of(ancestor.pid()));
        while (!waiting.isEmpty()) {
            // Taken out, so that a table read while pids were given away again cannot lead in a circle.
            var children = Optional.ofNullable(families.remove(waiting.remove())).orElse(List.of());
            found.addAll(children);
            children.forEach(child -> waiting.add(child.pid()));
        }
        return List.copyOf(found);
    }

    private static Map<Integer, List<ProcessFacts>> families() {
        var reader = new ProcessReader();
        var families = new HashMap<Integer, List<ProcessFacts>>();
        ProcessReader.pids().mapToObj(reader::facts).flatMap(Optional::stream)
                .forEach(f -> families.computeIfAbsent(f.parent(), _ -> new ArrayList<>()).add(f));
        return families;
    }
}
