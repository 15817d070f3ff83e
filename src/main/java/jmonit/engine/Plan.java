package jmonit.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import jmonit.engine.Remembered.Order;

/** Tasks that belong together: stopping what depends on a service, restarting it, starting the others again. One task at a time. */
final class Plan {

    /** Looking is how a plan makes sure that a service is up before what depends on it is started. */
    enum What {
        START, STOP, RESTART, LOOK;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Task(String service, What what) {
    }

    final long number;
    final String about;
    final What what;
    final Deque<Task> tasks;
    final Set<String> services;
    /** Services whose task failed; what needs them is not started. */
    final Set<String> failed = new HashSet<>();
    /** The look under way, if the plan waits for one. */
    private Set<String> looking = Set.of();
    /** Else it waits for another plan. */
    private boolean begun;
    /** It asks for what another plan is at already, so that nobody needs to hear of it twice. */
    boolean echo;
    /** Of the operators who asked; empty when a rule did. */
    final List<Long> tickets;

    Plan(long number, String about, What what, List<Task> tasks, List<Long> tickets) {
        this.number = number;
        this.about = about;
        this.what = what;
        this.tasks = new ArrayDeque<>(tasks);
        this.services = new LinkedHashSet<>(Stream.concat(Stream.of(about), tasks.stream().map(Task::service)).toList());
        this.tickets = List.copyOf(tickets);
    }

    void begin() {
        begun = true;
    }

    /** What is left of it. What was stopped only for the sake of another comes up again by its own rules. */
    List<Order> orders() {
        if (!begun && !tasks.isEmpty()) {
            return List.of(new Order(Deed.valueOf(what.name()), about));
        }
        return tasks.stream().filter(t -> t.what() != What.LOOK && (what == What.STOP || t.service().equals(about)))
                .map(t -> new Order(Deed.valueOf(t.what().name()), t.service())).limit(what == What.STOP ? tasks.size() : 1).toList();
    }

    void look(String service) {
        looking = Set.of(service);
    }

    /** Once for each look. */
    boolean awaited(String service) {
        boolean awaited = looking.contains(service);
        looking = Set.of();
        return awaited;
    }

    /** Whether it is still going to stop the service, and to start it after that. */
    boolean restarts(String service) {
        return tasks.contains(new Task(service, What.RESTART))
                || tasks.contains(new Task(service, What.STOP)) && tasks.contains(new Task(service, What.START));
    }

    boolean by(What wanted) {
        return what == wanted;
    }

    /** Whether an operator asked for it: what is wanted up is monitored, too. */
    boolean wanted() {
        return !tickets.isEmpty();
    }
}
