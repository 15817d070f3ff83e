package jmonit.history;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import jmonit.model.Phase;
import jmonit.model.Service;
import jmonit.model.Unit;

/** How long those took to answer who were asked over the network. */
final class Responses {

    private Responses() {
    }

    /** The whole time, and its parts. */
    record Response(Kind whole, Map<Phase, Kind> parts) {

        static final Response NONE = new Response(Kind.NONE, Map.of());

        private static Response of(String id, String label) {
            var parts = new EnumMap<Phase, Kind>(Phase.class);
            for (var phase : Phase.values()) {
                parts.put(phase, new Kind(id + "." + phase.keyword(), label + ": " + phase.words(), Unit.MILLISECONDS));
            }
            return new Response(new Kind(id, label, Unit.MILLISECONDS), parts);
        }

        Stream<Kind> all() {
            return Stream.concat(Stream.of(whole), parts.values().stream());
        }
    }

    /** By the place of the rule. */
    static Map<Integer, Response> of(Service service, Labels labels) {
        var kinds = new HashMap<Integer, Response>();
        jmonit.model.Responses.of(service).forEach((place, id) -> kinds.put(place, Response.of(id, labels.of(service.rules().get(place)))));
        return Map.copyOf(kinds);
    }
}
