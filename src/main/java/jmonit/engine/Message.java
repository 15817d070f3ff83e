package jmonit.engine;

import jmonit.model.ControlFile;
import jmonit.model.Sample;
import jmonit.model.Service;

/** Everything that can move the engine. */
public sealed interface Message {

    /** Time has passed. */
    record Tick() implements Message {
    }

    /** {@code service} is as it was when the look with this number began. */
    record Looked(long number, Service service, Sample sample) implements Message {
    }

    /** A watched process ended. */
    record Exited(Watched process) implements Message {
    }

    record Done(Step step, Outcome outcome) implements Message {
    }

    record Asked(Request request) implements Message {
    }

    /** There will be as many replies as it says, the first with this ticket. */
    record Calmed(long ticket, Calming wanted) implements Message {
    }

    /** Check everything now. */
    record Woken() implements Message {
    }

    record Reloaded(ControlFile controlFile) implements Message {
    }
}
