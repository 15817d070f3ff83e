package jmonit.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jmonit.engine.Plan.Task;
import jmonit.engine.Plan.What;

/** In which order services are stopped and started because of one of them. */
final class Planner {

    private final Dependencies dependencies;

    Planner(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    /** What is needed comes first, and has to be well. */
    List<Task> start(String name) {
        var tasks = new ArrayList<Task>();
        for (String needed : dependencies.above(name)) {
            tasks.add(new Task(needed, What.START));
            tasks.add(new Task(needed, What.LOOK));
        }
        tasks.add(new Task(name, What.START));
        return tasks;
    }

    /** What is not even tried any more when {@code name} is not up; of what leads to {@code about} somebody wants to hear why. */
    List<String> lost(String name, String about) {
        List<String> leading = dependencies.above(about);
        return dependencies.below(name).stream().filter(n -> !n.equals(about) && !leading.contains(n)).toList();
    }

    /** What depends on it goes first; what is not monitored has been stopped already. */
    List<Task> stop(String name, Predicate<String> monitored) {
        return Stream.concat(dependencies.below(name).stream(), Stream.of(name)).filter(monitored).map(n -> new Task(n, What.STOP)).toList();
    }

    /** {@code with} says which of those that depend on it come along. */
    List<Task> restart(String name, Predicate<String> with) {
        List<String> below = dependencies.below(name).stream().filter(with).toList();
        var tasks = new ArrayList<Task>();
        below.forEach(n -> tasks.add(new Task(n, What.STOP)));
        tasks.add(new Task(name, What.RESTART));
        if (!below.isEmpty()) {
            tasks.add(new Task(name, What.LOOK));
            below.reversed().forEach(n -> tasks.add(new Task(n, What.START)));
        }
        return tasks;
    }
}
