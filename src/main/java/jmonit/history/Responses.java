package jmonit.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import jmonit.model.Condition;
import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.Rule;
import jmonit.model.Service;
import jmonit.model.Unit;

/**
 * How long those took to answer who were asked over the network. Named for what was asked, "response.db1-5432-pgsql", and
 * not for the place of the rule, which is another one when a rule is added before it.
 */
final class Responses {

    private static final int LONGEST = 100;

    private final Labels labels;
    private final Set<String> ids = new HashSet<>();

    private Responses(Labels labels) {
        this.labels = labels;
    }

    /** By the place of the rule. */
    static Map<Integer, Kind> of(Service service, Labels labels) {
        var responses = new Responses(labels);
        var kinds = new HashMap<Integer, Kind>();
        for (int i = 0; i < service.rules().size(); i++) {
            responses.add(i, service.rules().get(i), kinds);
        }
        return Map.copyOf(kinds);
    }

    private void add(int place, Rule rule, Map<Integer, Kind> kinds) {
        switch (rule.when()) {
            case Condition.Connected(Connection connection, _) -> kinds.put(place, kind(asked(connection), rule));
            case Condition.Pinged _ -> kinds.put(place, kind("ping", rule));
            default -> { }
        }
    }

    private Kind kind(String asked, Rule rule) {
        String id = "response." + Kind.plain(asked.substring(0, Math.min(asked.length(), LONGEST)));
        String one = id;
        for (int n = 2; !ids.add(one); n++) {
            one = id + "-" + n;
        }
        return new Kind(one, labels.of(rule), Unit.MILLISECONDS);
    }

    private static String asked(Connection connection) {
        return switch (connection.endpoint()) {
            case Endpoint.Inet(String host, int port, _, _, _) -> host + "-" + port + "-" + connection.speech().protocol();
            case Endpoint.Unix(String path, _) -> path.replaceFirst("^/", "") + "-" + connection.speech().protocol();
        };
    }
}
