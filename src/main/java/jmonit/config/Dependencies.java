package jmonit.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jmonit.diagnostic.Diagnostic;
import jmonit.diagnostic.Suggest;
import jmonit.model.Service;
import jmonit.model.Service.Dependency;

/** Whether each service that another depends on is there, and none waits for itself. The case of names does not matter. */
final class Dependencies {

    private static final String TOPIC = "dependencies";
    private static final int SHOWN = 10;

    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Found found;

    Dependencies(List<Service> services, Found found) {
        services.forEach(s -> this.services.putIfAbsent(key(s.name()), s));
        this.found = found;
    }

    void check() {
        services.values().forEach(s -> s.care().dependsOn().stream().filter(d -> !services.containsKey(key(d.name())))
                .forEach(d -> unknown(s, d)));
        services.values().forEach(this::walk);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private void unknown(Service service, Dependency dependency) {
        var complaint = Diagnostic.error(dependency.origin().file(), dependency.origin().line(),
                "\"" + service.name() + "\" depends on \"" + dependency.name() + "\", which is not defined").see(TOPIC);
        var names = services.values().stream().map(Service::name).filter(n -> !n.equals(service.name())).toList();
        found.add(Suggest.nearest(dependency.name(), names).map(n -> complaint.help(Wording.didYouMean(n))).orElse(complaint));
    }

    /** A service on the way, and what it depends on that was not looked at yet. */
    private record Step(Service service, Iterator<Dependency> left) {

        static Step at(Service service) {
            return new Step(service, service.care().dependsOn().iterator());
        }
    }

    /** Goes where the dependencies lead, up to the first circle. The stack is its own: a chain may be as long as a control file. */
    private void walk(Service from) {
        var way = new ArrayDeque<Step>();
        var onWay = new HashSet<String>();
        enter(from, way, onWay);
        while (!way.isEmpty()) {
            Step step = way.getLast();
            if (!step.left().hasNext()) {
                onWay.remove(key(way.removeLast().service().name()));
                continue;
            }
            Dependency next = step.left().next();
            if (onWay.contains(key(next.name()))) {
                circle(way.stream().map(Step::service).toList(), next);
                return;
            }
            enter(services.get(key(next.name())), way, onWay);
        }
    }

    private void enter(Service service, ArrayDeque<Step> way, Set<String> onWay) {
        if (service != null && done.add(key(service.name()))) {
            way.addLast(Step.at(service));
            onWay.add(key(service.name()));
        }
    }

    private void circle(List<Service> way, Dependency closing) {
        var names = new ArrayList<>(way.stream().map(Service::name).dropWhile(n -> !n.equalsIgnoreCase(closing.name())).toList());
        String first = names.getFirst();
        String message = names.size() == 1 ? "\"" + first + "\" depends on itself"
                : "\"" + first + "\" depends on itself in a circle: " + around(names) + " -> " + first;
        found.add(Diagnostic.error(closing.origin().file(), closing.origin().line(), message)
                .help("remove one of these dependencies").see(TOPIC));
    }

    private static String around(List<String> names) {
        String shown = String.join(" -> ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() > SHOWN ? shown + " -> … (" + (names.size() - SHOWN) + " more)" : shown;
    }
}
