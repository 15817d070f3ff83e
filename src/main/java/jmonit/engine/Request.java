package jmonit.engine;

import java.util.List;

/** What an operator wants done to services, by their names. {@code ticket} comes back with the reply. */
public record Request(long ticket, Wish wish, List<String> services) {

    public enum Wish {
        START, STOP, RESTART, MONITOR, UNMONITOR;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Request {
        services = List.copyOf(services);
    }
}
