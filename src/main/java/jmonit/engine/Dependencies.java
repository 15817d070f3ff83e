package jmonit.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

import jmonit.model.Service;

/** Who needs whom. Reading a control file has refused circles and unknown names already. */
final class Dependencies {

    private final Map<String, List<String>> needs = new LinkedHashMap<>();
    private final Map<String, List<String>> neededBy = new LinkedHashMap<>();

    Dependencies(List<Service> services) {
        services.forEach(s -> needs.put(s.name(), s.care().dependsOn().stream().map(d -> named(services, d.name())).toList()));
        needs.forEach((name, above) -> above.forEach(a -> neededBy.computeIfAbsent(a, _ -> new ArrayList<>()).add(name)));
    }

    /** Names are the same whatever the case. */
    private static String named(List<Service> services, String name) {
        return services.stream().map(Service::name).filter(name::equalsIgnoreCase).findFirst().orElse(name);
    }

    List<String> needs(String name) {
        return needs.getOrDefault(name, List.of());
    }

    /** All that must be up before {@code name} can be: the farthest first. */
    List<String> above(String name) {
        return walked(name, needs);
    }

    /** All that cannot be without {@code name}: the farthest first, which is the order to stop them in. */
    List<String> below(String name) {
        return walked(name, neededBy);
    }

    private static List<String> walked(String name, Map<String, List<String>> ways) {
        SequencedSet<String> found = new LinkedHashSet<>();
        walk(name, ways, found);
        found.removeLast();
        return List.copyOf(found);
    }

    private static void walk(String name, Map<String, List<String>> ways, SequencedSet<String> found) {
        if (!found.contains(name)) {
            ways.getOrDefault(name, List.of()).forEach(next -> walk(next, ways, found));
            found.add(name);
        }
    }
}
