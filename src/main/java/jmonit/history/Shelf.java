package jmonit.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jmonit.model.Service;

/** All series of a service. {@code responses} are those of its network tests, by the place of the rule. */
record Shelf(Service service, Map<Integer, Responses.Response> responses, List<Kept> kept) {

    Shelf {
        kept = List.copyOf(kept);
    }

    static Shelf of(Service service, Labels labels) {
        return new Shelf(service, Responses.of(service, labels), List.of());
    }

    Optional<Kept> find(String id) {
        // Few enough for a walk, and their ids are mostly the very same objects.
        for (Kept one : kept) {
            if (one.kind().id().equals(id)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    Shelf with(Collection<Kept> more) {
        var all = new ArrayList<>(kept);
        all.addAll(more);
        return new Shelf(service, responses, all);
    }

    Shelf only(Predicate<Kept> which) {
        return new Shelf(service, responses, kept.stream().filter(which).toList());
    }

    /** The same series after the service was written anew; the words of a rule may be others now. */
    Shelf of(Shelf other) {
        var kinds = responses.values().stream().flatMap(Responses.Response::all).collect(Collectors.toMap(Kind::id, k -> k));
        return with(other.kept.stream().map(k -> new Kept(kinds.getOrDefault(k.kind().id(), k.kind()), k.slot())).toList());
    }
}
