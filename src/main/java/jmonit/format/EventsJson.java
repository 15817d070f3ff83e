package jmonit.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jmonit.json.JsonWriter;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Snapshot;

/** What has happened, for programs: the newest first. */
public final class EventsJson {

    private EventsJson() {
    }

    /** Which events are wanted; empty texts and sets stand for whatever there is. {@code before} is an id that is not among them. */
    public record Wanted(String service, String group, Set<EventKind> kinds, Set<Event.Side> sides, long before, int limit) {

        public Wanted {
            kinds = Set.copyOf(kinds);
            sides = Set.copyOf(sides);
        }

        boolean has(Event event, Optional<Set<String>> members) {
            return (service.isEmpty() || event.service().equalsIgnoreCase(service)) && members.map(m -> m.contains(event.service())).orElse(true)
                    && (kinds.isEmpty() || kinds.contains(event.kind())) && (sides.isEmpty() || sides.contains(event.side()))
                    && event.id() < before;
        }
    }

    public static void write(Snapshot snapshot, Wanted wanted, JsonWriter out) {
        Optional<Set<String>> members = wanted.group().isEmpty() ? Optional.empty() : Optional.of(members(snapshot, wanted.group()));
        List<Event> found = snapshot.events().reversed().stream().filter(e -> wanted.has(e, members)).limit(wanted.limit() + 1L).toList();
        out.object().name("events").array();
        found.stream().limit(wanted.limit()).forEach(e -> Nodes.event(e, out));
        out.end().field("more", found.size() > wanted.limit()).end();
    }

    private static Set<String> members(Snapshot snapshot, String group) {
        return Selection.group(snapshot, group).views().stream().map(v -> v.service().name()).collect(Collectors.toSet());
    }

    /** One of them, as it is sent when it happens. */
    public static void event(Event event, JsonWriter out) {
        Nodes.event(event, out);
    }
}
