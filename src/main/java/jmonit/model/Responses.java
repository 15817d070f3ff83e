package jmonit.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The ids of the times that those took to answer who were asked over the network. Named for what was asked, "response.db1-5432-pgsql", and not
 * for the place of the rule, which is another one when a rule is added before it.
 */
public final class Responses {

    private static final int LONGEST = 100;

    private final Set<String> ids = new HashSet<>();

    private Responses() {
    }

    /** By the place of the rule. */
    public static Map<Integer, String> of(Service service) {
        var responses = new Responses();
        var names = new HashMap<Integer, String>();
        for (int i = 0; i < service.rules().size(); i++) {
            switch (service.rules().get(i).when()) {
                case Condition.Connected(Connection connection, _) -> names.put(i, responses.id(asked(connection)));
                case Condition.Pinged _ -> names.put(i, responses.id("ping"));
                default -> { }
            }
        }
        return Map.copyOf(names);
    }

    private String id(String asked) {
        String id = "response." + Readings.Key.plain(asked.substring(0, Math.min(asked.length(), LONGEST)));
        String one = id;
        for (int n = 2; !ids.add(one); n++) {
            one = id + "-" + n;
        }
        return one;
    }

    private static String asked(Connection connection) {
        return switch (connection.endpoint()) {
            case Endpoint.Inet(String host, int port, _, _, _) -> host + "-" + port + "-" + connection.speech().protocol();
            case Endpoint.Unix(String path, _) -> path.replaceFirst("^/", "") + "-" + connection.speech().protocol();
        };
    }
}
