package jmonit.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

    /** A look at a service, and how long it may take. */
    record Awaited(String service, Duration until) {

        boolean over(Duration now) {
            return until.compareTo(now) <= 0;
        }
    }

    /** Of an operator who wants to hear what became of a service. */
    record Ticket(long number, String service) {
    }

    final long number;
    final String about;
    final What what;
    final Deque<Task> tasks;
    final Set<String> services;
    /** Services whose task failed, and why; what needs them is not started. */
    private final Map<String, String> failed = new HashMap<>();
    /** Services that were not even come to, and why. */
    private final Map<String, String> left = new HashMap<>();
    /** The look under way, if the plan waits for one. */
    private List<Awaited> look = List.of();
    /** Looks that it does not begin before. */
    private List<Awaited> before = List.of();
    /** Else it waits. */
    private boolean begun;
    private final List<Ticket> tickets = new ArrayList<>();
    private final boolean wanted;

    Plan(long number, String about, What what, List<Task> tasks, List<Ticket> tickets) {
        this.number = number;
        this.about = about;
        this.what = what;
        this.tasks = new ArrayDeque<>(tasks);
        this.services = new LinkedHashSet<>(List.of(about));
        tasks.forEach(t -> services.add(t.service()));
        this.tickets.addAll(tickets);
        this.wanted = !tickets.isEmpty();
    }

    void begin() {
        begun = true;
    }

    /** What is left of it. What was stopped only for the sake of another comes up again by its own rules. */
    List<Order> orders() {
        if (!begun) {
            return List.of(new Order(Deed.valueOf(what.name()), about));
        }
        if (what == What.STOP) {
            return tasks.stream().map(t -> new Order(Deed.STOP, t.service())).toList();
        }
        return restarts(about) ? List.of(new Order(Deed.RESTART, about))
                : tasks.contains(new Task(about, What.START)) ? List.of(new Order(Deed.START, about)) : List.of();
    }

    // ---- what it waits for

    void look(Awaited awaited) {
        look = List.of(awaited);
    }

    boolean awaits(String service) {
        return look.stream().anyMatch(l -> l.service().equals(service));
    }

    void looked() {
        look = List.of();
    }

    /** The service whose look has taken too long, or will not come, if any. */
    Optional<String> overdue(Duration now, Predicate<String> gone) {
        return look.stream().filter(l -> l.over(now) || gone.test(l.service())).map(Awaited::service).findFirst();
    }

    void hold(List<Awaited> looks) {
        before = looks;
    }

    boolean held() {
        return !before.isEmpty();
    }

    /** Goes on where those looks are over, or take too long. */
    void release(Predicate<String> looking, Duration now) {
        before = before.stream().filter(l -> !l.over(now) && looking.test(l.service())).toList();
    }

    /** Until when it waits for looks. */
    Stream<Duration> waits() {
        return Stream.concat(look.stream(), before.stream()).map(Awaited::until);
    }

    // ---- what it is about

    /** Whether it is still going to stop the service, and to start it after that. */
    boolean restarts(String service) {
        return tasks.contains(new Task(service, What.RESTART))
                || tasks.contains(new Task(service, What.STOP)) && tasks.contains(new Task(service, What.START));
    }

    boolean shares(Plan other) {
        return touches(other.services);
    }

    /** Whether it is about any of these. */
    boolean touches(Set<String> taken) {
        return !Collections.disjoint(services, taken);
    }

    /** Whether all that it wants is what {@code other} does. */
    boolean repeats(Plan other) {
        return what == What.STOP && other.what == What.STOP && other.services.contains(about);
    }

    boolean by(What wanted) {
        return what == wanted;
    }

    /** Whether an operator asked for it: what is wanted up is monitored, too. */
    boolean wanted() {
        return wanted;
    }

    List<Ticket> tickets() {
        return tickets;
    }

    /** Somebody asks for what it does anyway. */
    void join(Ticket ticket) {
        tickets.add(ticket);
    }

    // ---- what became of it

    void fail(String service, String because) {
        failed.put(service, "'" + service + "' " + because);
    }

    boolean failed(String service) {
        return failed.containsKey(service);
    }

    /** What did not end must not be started a second time, nor what it depends on be taken away. */
    void cut(String unstopped) {
        String because = failed.get(unstopped);
        tasks.forEach(t -> left.putIfAbsent(t.service(), because + ", so '" + t.service() + "' was left alone"));
        tasks.clear();
    }

    /** Why the service is not as it was wanted; empty where it is. */
    String refusal(String service) {
        return failed.getOrDefault(service, left.getOrDefault(service, ""));
    }
}
