package jmonit.model;

import java.time.Instant;
import java.util.List;

/**
 * What jmonit knows after a batch of messages. Immutable, so any thread may read it; the only thing views read. Services stand in the order
 * of the control file.
 */
public record Snapshot(Instant at, Settings settings, List<View> services, List<Event> events) {

    public Snapshot {
        services = List.copyOf(services);
        events = List.copyOf(events);
    }

    /** The same at a later moment, when nothing has changed. */
    public Snapshot at(Instant moment) {
        return new Snapshot(moment, settings, services, events);
    }

    public Snapshot with(List<View> otherServices, List<Event> otherEvents) {
        return new Snapshot(at, settings, otherServices, otherEvents);
    }

    /** One service. {@code seen} holds the last look, if there was one, and {@code at} when it was. */
    public record View(Service service, Monitoring monitoring, List<Failure> failures, List<Sample> seen, Instant at, Work work) {

        public View {
            failures = List.copyOf(failures);
            seen = List.copyOf(seen);
        }

        public View with(Service other, List<Failure> others) {
            return new View(other, monitoring, others, seen, at, work);
        }

        public Readings readings() {
            return seen.isEmpty() ? Readings.NONE : seen.getFirst().readings();
        }
    }

    public enum Monitoring {
        NOT_MONITORED, INITIALIZING, MONITORED,
        /** Left out of this cycle by its schedule. */
        WAITING
    }

    /**
     * What has failed and not recovered, in the words of the log, and since when. {@code rule} is empty where no rule asked for it, as with a
     * program that failed to start a service.
     */
    public record Failure(EventKind kind, Event.Side side, String because, Origin origin, Instant since, List<Rule> rule) {

        public Failure {
            rule = List.copyOf(rule);
        }

        public Failure with(String words, List<Rule> other) {
            return new Failure(kind, side, words, origin, since, other);
        }
    }

    /** What is going on with a service; {@code doing} is empty when nothing is done to it, else "start", "stop", "restart". */
    public record Work(String doing, boolean looking, boolean late, long missed) {
    }
}
