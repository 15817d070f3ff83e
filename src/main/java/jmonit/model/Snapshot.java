package jmonit.model;

import java.time.Instant;
import java.util.List;

/**
 * What jmonit knows after a batch of messages. Immutable, so any thread may read it; the only thing views read. Services stand in the order
 * of the control file.
 */
public record Snapshot(Instant at, Settings settings, List<View> services, List<Event> events, List<Silence> silences) {

    public Snapshot {
        services = List.copyOf(services);
        events = List.copyOf(events);
        silences = List.copyOf(silences);
    }

    /** Where nobody is silenced. */
    public Snapshot(Instant at, Settings settings, List<View> services, List<Event> events) {
        this(at, settings, services, events, List.of());
    }

    /** The same at a later moment, when nothing has changed. */
    public Snapshot at(Instant moment) {
        return new Snapshot(moment, settings, services, events, silences);
    }

    public Snapshot with(List<View> otherServices, List<Event> otherEvents) {
        return new Snapshot(at, settings, otherServices, otherEvents, silences);
    }

    /** One service. {@code seen} holds the last look, if there was one, and {@code at} when it was. */
    public record View(Service service, Monitoring monitoring, List<Failure> failures, List<Sample> seen, Instant at, Work work, Calm calm) {

        public View {
            failures = List.copyOf(failures);
            seen = List.copyOf(seen);
        }

        /** Of which anybody is told. */
        public View(Service service, Monitoring monitoring, List<Failure> failures, List<Sample> seen, Instant at, Work work) {
            this(service, monitoring, failures, seen, at, work, Calm.NONE);
        }

        public View with(Service other, List<Failure> others) {
            return new View(other, monitoring, others, seen, at, work, calm);
        }

        /** Nobody waits for a look that was under way when it was unmonitored. */
        public boolean late() {
            return monitoring != Monitoring.NOT_MONITORED && work.late();
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
    public record Failure(EventKind kind, Event.Side side, String because, Origin origin, Instant since, List<Rule> rule, Audience audience) {

        public Failure {
            rule = List.copyOf(rule);
        }

        /** Of which whoever is usually told was told. */
        public Failure(EventKind kind, Event.Side side, String because, Origin origin, Instant since, List<Rule> rule) {
            this(kind, side, because, origin, since, rule, Audience.USUAL);
        }

        public Failure with(String words, List<Rule> other) {
            return new Failure(kind, side, words, origin, since, other, audience);
        }
    }

    /** Why nobody is told of a service, and who looks after it; both empty or one. */
    public record Calm(List<Quiet> quiet, List<Acknowledgement> acknowledged) {

        public static final Calm NONE = new Calm(List.of(), List.of());

        public Calm {
            quiet = List.copyOf(quiet);
            acknowledged = List.copyOf(acknowledged);
        }
    }

    /**
     * Nobody is told of a service.
     *
     * @param silence the number of the silence; 0 where the control file says so
     * @param until when it ends, as far as it is known
     */
    public record Quiet(long silence, Instant until, Silence.Remark remark) {

        public boolean planned() {
            return silence == 0;
        }

        public String text() {
            return (planned() ? "maintenance" : "silenced") + remark.text();
        }
    }

    /** What is going on with a service; {@code doing} is empty when nothing is done to it, else "start", "stop", "restart". */
    public record Work(String doing, boolean looking, boolean late, long missed) {
    }
}
