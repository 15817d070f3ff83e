package jmonit.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jmonit.model.Acknowledgement;
import jmonit.model.Delay;
import jmonit.model.Event;
import jmonit.model.Silence;
import jmonit.model.Trace;
import jmonit.rule.RestartCount;
import jmonit.rule.RuleState;

/** What must survive the end of jmonit, however it ends. {@code boot} names the run of the machine it happened in. */
public record Remembered(String boot, List<Kept> services, List<Event> events, List<Order> orders, List<Silence> silences) {

    public static final Remembered NOTHING = new Remembered("", List.of(), List.of());

    public Remembered {
        services = List.copyOf(services);
        events = List.copyOf(events);
        orders = List.copyOf(orders);
        silences = List.copyOf(silences);
    }

    /** Where nobody is silenced. */
    public Remembered(String boot, List<Kept> services, List<Event> events, List<Order> orders) {
        this(boot, services, events, orders, List.of());
    }

    /** Where nothing more is to be done either. */
    public Remembered(String boot, List<Kept> services, List<Event> events) {
        this(boot, services, events, List.of());
    }

    /** One service. {@code begun} holds what was under way, {@code failed} none or one. */
    public record Kept(String name, String type, boolean monitored, Map<String, RuleState> states, Trace trace, RestartCount restarts,
            List<Begun> begun, List<Failed> failed, Heard heard) {

        public Kept {
            states = Map.copyOf(states);
            begun = List.copyOf(begun);
            failed = List.copyOf(failed);
        }

        /** Whose programs do, and of which nobody has heard anything that matters. */
        public Kept(String name, String type, boolean monitored, Map<String, RuleState> states, Trace trace, RestartCount restarts,
                List<Begun> begun) {
            this(name, type, monitored, states, trace, restarts, begun, List.of(), Heard.NOTHING);
        }
    }

    /** A program that should start or stop it failed, at first then, and was last said to have failed because of that. */
    public record Failed(Instant at, String because) {
    }

    /**
     * Who has heard what of a service.
     *
     * @param told by test, of what fails
     * @param withheld what is to be told as soon as anything is
     * @param acknowledged none or one
     */
    public record Heard(Map<String, Told> told, List<Event> withheld, List<Acknowledgement> acknowledged) {

        public static final Heard NOTHING = new Heard(Map.of(), List.of(), List.of());

        public Heard {
            told = Map.copyOf(told);
            withheld = List.copyOf(withheld);
            acknowledged = List.copyOf(acknowledged);
        }
    }

    /** Since when somebody knows of a failure, and which of those who wait have been told. */
    public record Told(Instant at, List<Delay> levels) {

        public Told {
            levels = List.copyOf(levels);
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
