package jmonit.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jmonit.model.Event;
import jmonit.model.Trace;
import jmonit.rule.RestartCount;
import jmonit.rule.RuleState;

/** What must survive the end of jmonit, however it ends. {@code boot} names the run of the machine it happened in. */
public record Remembered(String boot, List<Kept> services, List<Event> events, List<Order> orders) {

    public static final Remembered NOTHING = new Remembered("", List.of(), List.of());

    public Remembered {
        services = List.copyOf(services);
        events = List.copyOf(events);
        orders = List.copyOf(orders);
    }

    /** Where nothing more is to be done. */
    public Remembered(String boot, List<Kept> services, List<Event> events) {
        this(boot, services, events, List.of());
    }

    /** One service. {@code begun} holds what was under way. */
    public record Kept(String name, String type, boolean monitored, Map<String, RuleState> states, Trace trace, RestartCount restarts,
            List<Begun> begun) {

        public Kept {
            states = Map.copyOf(states);
            begun = List.copyOf(begun);
        }
    }

    /** A deed that had to wait for another and had not begun. */
    public record Order(Deed deed, String service) {
    }

    /**
     * A deed that had begun and not ended, so that it is not done twice.
     *
     * @param process the last process id that was known then, 0 for none; empty where it was not known whether there was one
     */
    public record Begun(Deed deed, Instant at, List<Long> process) {

        public Begun {
            process = List.copyOf(process);
        }

        public Begun(Deed deed, Instant at) {
            this(deed, at, List.of());
        }

        /** Whether a process came up since then and has ended: it is not waited for any longer. */
        boolean over(long ended) {
            return ended > 0 && !process.isEmpty() && !process.contains(ended);
        }
    }
}
