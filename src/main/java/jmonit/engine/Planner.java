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

    /** What is needed comes first. */
    List<Task> start(String name) {
        var tasks = new ArrayList<Task>();
        dependencies.above(name).forEach(n -> tasks.add(new Task(n, What.START)));
        tasks.add(new Task(name, What.START));
        return tasks;
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
