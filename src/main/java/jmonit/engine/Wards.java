package jmonit.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.Stream;

import jmonit.engine.Remembered.Kept;
import jmonit.model.Delay;
import jmonit.model.Recipient;
import jmonit.model.Service;
import jmonit.model.Snapshot;
import jmonit.rule.Judge;

/** All services, in the order they are looked at: what others depend on comes first, else as they are written. */
final class Wards {

    private final Map<String, Judge> judges;
    private Map<String, Ward> wards = new LinkedHashMap<>();
    private List<String> written = List.of();
    private Dependencies dependencies = new Dependencies(List.of());

    Wards(Map<String, Judge> judges) {
        this.judges = judges;
    }

    Dependencies dependencies() {
        return dependencies;
    }

    Collection<Ward> all() {
        return wards.values();
    }

    Optional<Ward> find(String name) {
        return Optional.ofNullable(wards.get(name));
    }

    Ward get(String name) {
        return wards.get(name);
    }

    /** The wards of a new control file; who was there before keeps what is remembered of it. Whoever is new is due at once. */
    void take(List<Service> services, Turn turn) {
        dependencies = new Dependencies(services);
        var named = new LinkedHashMap<String, Service>();
        services.forEach(s -> named.put(s.name(), s));
        var next = new LinkedHashMap<String, Ward>();
        order(services).forEach(n -> next.put(n, ward(named.get(n), turn.now().elapsed())));
        var gone = wards.values().stream().filter(w -> next.get(w.name()) != w).toList();
        gone.forEach(w -> unwatch(w, turn));
        wards = next;
        written = services.stream().map(Service::name).toList();
    }

    /** Whoever is to be told of the service, by name or because he is told of all, may want to be told again. */
    void remind(List<Recipient> all) {
        for (Ward ward : wards.values()) {
            Stream<Recipient> told = Stream.concat(all.stream(), ward.service.recipients().stream());
            int[] every = told.mapToInt(Recipient::reminder).filter(n -> n > 0).distinct().toArray();
            ward.delays = delays(all, ward.service.recipients());
            ward.reminds = cycle -> Arrays.stream(every).anyMatch(n -> cycle % n == 0);
        }
    }

    /** Whoever is named at the service is told as it says there, and only so. */
    private static List<Delay> delays(List<Recipient> all, List<Recipient> own) {
        Stream<Recipient> others = all.stream().filter(a -> own.stream().noneMatch(o -> o.address().equalsIgnoreCase(a.address())));
        return Stream.concat(own.stream(), others).map(Recipient::after).filter(d -> !d.equals(Delay.NONE)).distinct().toList();
    }

    /** Over and over through the file, each time taking those whose needs are taken already; as Monit does. */
    private SequencedSet<String> order(List<Service> services) {
        SequencedSet<String> order = new LinkedHashSet<>();
        var left = new ArrayList<>(services.stream().map(Service::name).toList());
        while (!left.isEmpty()) {
            int before = left.size();
            left.removeIf(n -> order.containsAll(dependencies.needs(n)) && order.add(n));
            if (left.size() == before) {
                throw new IllegalStateException("services depend on each other in a circle: " + left);
            }
        }
        return order;
    }

    private Ward ward(Service service, Duration now) {
        Ward known = wards.get(service.name());
        Judge judge = judges.get(service.type());
        if (known != null && known.service.type().equals(service.type())) {
            known.take(service, judge);
            return known;
        }
        var fresh = new Ward(service, judge);
        fresh.due = now;
        return fresh;
    }

    void recall(Remembered remembered, boolean rebooted) {
        Map<String, Kept> kept = new LinkedHashMap<>();
        remembered.services().forEach(k -> kept.put(k.name(), k));
        wards.values().forEach(w -> w.recall(Optional.ofNullable(kept.get(w.name())).filter(k -> k.type().equals(w.service.type())), rebooted));
    }

    /** In the order of the control file. */
    List<Snapshot.View> views(Function<Ward, List<Snapshot.Quiet>> quiet) {
        return written.stream().map(wards::get).map(w -> Portrait.of(w, quiet.apply(w))).toList();
    }

    List<Kept> kept() {
        var kept = new ArrayList<Kept>();
        wards.values().forEach(w -> kept.add(w.kept()));
        return kept;
    }

    void watch(Ward ward, Watched process, Turn turn) {
        if (!ward.watched.equals(List.of(process))) {
            unwatch(ward, turn);
            ward.watched = List.of(process);
            turn.add(new Effect.Watch(process));
        }
    }

    /** The same process may be what another service is about. */
    void unwatch(Ward ward, Turn turn) {
        List<Watched> left = ward.watched;
        ward.watched = List.of();
        left.stream().filter(p -> wards.values().stream().noneMatch(w -> w.watched.contains(p))).forEach(p -> turn.add(new Effect.Unwatch(p)));
    }

    /** Those that still are, in the same order. */
    List<Ward> of(Collection<String> names) {
        // Asked a few times for each plan, and a thousand may begin together: streams would be most of it.
        var all = new ArrayList<Ward>(names.size());
        for (String name : names) {
            find(name).ifPresent(all::add);
        }
        return all;
    }

    /** What the service names as its needs. */
    List<Ward> needs(Ward ward) {
        List<String> needs = dependencies.needs(ward.name());
        return needs.isEmpty() ? List.of() : needs.stream().map(wards::get).toList();
    }
}
