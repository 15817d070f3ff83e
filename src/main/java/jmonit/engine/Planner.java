package jmonit.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jmonit.engine.Plan.Task;
import jmonit.engine.Plan.Ticket;
import jmonit.engine.Plan.What;

/** In which order services are stopped and started because of one of them. */
final class Planner {

    private final Wards wards;
    private long last;

    Planner(Wards wards) {
        this.wards = wards;
    }

    /** {@code tickets} are those of the operators who asked; none where a rule did. */
    Plan plan(Ward about, What what, List<Ticket> tickets) {
        return new Plan(++last, about.name(), what, tasks(about, what, !tickets.isEmpty()), tickets);
    }

    /** As it would be made by now; of a service that is gone there is nothing to be done. */
    Plan anew(Plan plan) {
        return wards.find(plan.about).map(w -> plan(w, plan.what, plan.tickets()))
                .orElseGet(() -> new Plan(++last, plan.about, plan.what, List.of(), plan.tickets()));
    }

    private List<Task> tasks(Ward ward, What what, boolean wanted) {
        String name = ward.name();
        return switch (what) {
            case START -> wanted ? start(name) : List.of(new Task(name, What.START));
            case STOP -> stop(name);
            case RESTART -> wanted && !ward.monitored ? start(name) : restart(ward, wanted);
            case LOOK -> List.of(new Task(name, What.LOOK));
        };
    }

    /** What is needed and not known to be well comes first. */
    private List<Task> start(String name) {
        var tasks = new ArrayList<Task>();
        for (String needed : dependencies().above(name)) {
            if (!well(needed)) {
                tasks.add(new Task(needed, What.START));
                tasks.add(new Task(needed, What.LOOK));
            }
        }
        tasks.add(new Task(name, What.START));
        return tasks;
    }

    /** Whether it was up when it was last seen, with all that it needs, and nothing is being done to it. */
    private boolean well(String name) {
        return wards.find(name).filter(Ward::well).isPresent() && dependencies().needs(name).stream().allMatch(this::well);
    }

    /** What the service needs and was well when it was last seen. */
    List<Ward> trusted(String name) {
        return wards.of(dependencies().above(name)).stream().filter(w -> well(w.name())).toList();
    }

    /** What depends on it goes first; what is not monitored has been stopped already. */
    private List<Task> stop(String name) {
        return Stream.concat(dependencies().below(name).stream(), Stream.of(name)).filter(this::monitored).map(n -> new Task(n, What.STOP)).toList();
    }

    /** What depends on it comes along if it is monitored. For an operator what it needs is started, too; a program of its own may see to that. */
    private List<Task> restart(Ward ward, boolean wanted) {
        String name = ward.name();
        List<String> below = dependencies().below(name).stream().filter(this::monitored).toList();
        var tasks = new ArrayList<Task>();
        below.forEach(n -> tasks.add(new Task(n, What.STOP)));
        if (wanted && ward.service.commands().restart().isEmpty()) {
            tasks.add(new Task(name, What.STOP));
            tasks.addAll(start(name));
        } else {
            tasks.add(new Task(name, What.RESTART));
        }
        if (!below.isEmpty()) {
            tasks.add(new Task(name, What.LOOK));
            below.reversed().forEach(n -> tasks.add(new Task(n, What.START)));
        }
        return tasks;
    }

    /** What is not even tried any more when {@code name} is not up; of what leads to {@code about} somebody wants to hear why. */
    List<String> lost(String name, String about) {
        List<String> leading = dependencies().above(about);
        return dependencies().below(name).stream().filter(n -> !n.equals(about) && !leading.contains(n)).toList();
    }

    private boolean monitored(String name) {
        return wards.find(name).stream().anyMatch(w -> w.monitored);
    }

    private Dependencies dependencies() {
        return wards.dependencies();
    }
}
