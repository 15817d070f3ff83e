package jmonit.daemon;

import java.time.Instant;
import java.util.List;

import jmonit.model.Context;
import jmonit.model.ControlFile;
import jmonit.model.Event;
import jmonit.model.Snapshot;

/** Tells the world what happens. Nothing here waits, but for the end. */
public interface Crier {

    /** Where nobody is to be told. */
    Crier NOBODY = new Crier() {
        @Override
        public void serve(ControlFile controlFile, Desk desk, Occasion occasion) {
            // Nobody wants to know.
        }

        @Override
        public void tell(Event event, Context context) {
            // As above.
        }

        @Override
        public void remind(Event event, int cycle, Context context) {
            // As above.
        }

        @Override
        public void close(Snapshot last, List<Event> events) {
            // As above.
        }
    };

    /**
     * What a control file comes into force with.
     *
     * @param system what the machine is called
     * @param since when that was
     * @param events that this begins the daemon or is a reload; none for a single pass
     * @param past what happened before the daemon began
     */
    record Occasion(String system, Instant since, List<Event> events, List<Event> past) {

        public Occasion {
            events = List.copyOf(events);
            past = List.copyOf(past);
        }
    }

    /** At the beginning and after each reload. */
    void serve(ControlFile controlFile, Desk desk, Occasion occasion);

    void tell(Event event, Context context);

    /** A failure lasts: {@code cycle} counts from its first, which is 1. */
    void remind(Event event, int cycle, Context context);

    /** At the end; waits a while for what can be told now. */
    void close(Snapshot last, List<Event> events);
}
