package jmonit.engine;

import jmonit.model.Context;
import jmonit.model.Event;
import jmonit.model.Service;
import jmonit.model.Trace;

/** Everything the engine can want of the outside. */
public sealed interface Effect {

    /** {@code number} comes back with the answer. */
    record Look(long number, Service service, Trace trace) implements Effect {
    }

    /** Tell when this process ends. */
    record Watch(Watched process) implements Effect {
    }

    record Unwatch(Watched process) implements Effect {
    }

    record Perform(Step step) implements Effect {
    }

    record Say(Severity level, String text) implements Effect {
    }

    record Announce(Event event, Context context) implements Effect {
    }

    /** What was announced before lasts; {@code cycle} counts from that one, which was the first. */
    record Still(Event event, int cycle, Context context) implements Effect {
    }

    /** An operator's request is carried out, or refused with a reason; empty is well. */
    record Reply(long ticket, String refused) implements Effect {
    }

    /** As a reply that it is done, once it is on disk. */
    record Assure(long ticket) implements Effect {
    }

    /** From now on looks and actions have these. */
    record Limits(jmonit.model.Limits limits) implements Effect {
    }

    /** What must survive has changed. */
    record Persist(Urgency urgency) implements Effect {
    }
}
