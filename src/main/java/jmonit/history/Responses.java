package jmonit.history;

import java.util.HashMap;
import java.util.Map;

import jmonit.model.Service;
import jmonit.model.Unit;

/** How long those took to answer who were asked over the network. */
final class Responses {

    private Responses() {
    }

    /** By the place of the rule. */
    static Map<Integer, Kind> of(Service service, Labels labels) {
        var kinds = new HashMap<Integer, Kind>();
        jmonit.model.Responses.of(service)
                .forEach((place, id) -> kinds.put(place, new Kind(id, labels.of(service.rules().get(place)), Unit.MILLISECONDS)));
        return Map.copyOf(kinds);
    }
}
