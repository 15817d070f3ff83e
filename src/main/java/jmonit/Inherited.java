package jmonit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the programs that jmonit starts inherit: the environment jmonit was started in, without what its launcher made of it. */
record Inherited(Map<String, String> environment, Map<String, String> properties) {

    /** The launcher keeps the old values of what it changes for the JVM under the names of these properties; empty where there were none. */
    private static final Map<String, String> CHANGED = Map.of("LC_ALL", "jmonit.env.LC_ALL", "MALLOC_ARENA_MAX", "jmonit.env.MALLOC_ARENA_MAX");

    /** Meant for us alone: a server that found them would speak for us to systemd. */
    private static final List<String> OURS = List.of("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID");

    Map<String, String> variables() {
        var variables = new HashMap<>(environment);
        variables.keySet().removeAll(OURS);
        CHANGED.forEach((variable, property) -> restore(variables, variable, property));
        return Map.copyOf(variables);
    }

    private void restore(Map<String, String> variables, String variable, String property) {
        if (properties.containsKey(property)) {
            String before = properties.get(property);
            if (before.isEmpty()) {
                variables.remove(variable);
            } else {
                variables.put(variable, before);
            }
        }
    }
}
