package jmonit.engine;

import java.util.List;
import java.util.Locale;

/**
 * What an operator wants done to services, by their names. There is a reply for each of them: {@code ticket} comes back with that of the
 * first, the number after it with that of the second, and so on.
 */
public record Request(long ticket, Wish wish, List<String> services) {

    public enum Wish {
        START, STOP, RESTART, MONITOR, UNMONITOR;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Request {
        services = List.copyOf(services);
    }
}
