package jmonit.engine;

import java.time.Instant;
import java.util.List;

import jmonit.model.Scope;
import jmonit.model.Silence.Remark;

/** What an operator may want of those who are told. */
public sealed interface Calming {

    Remark remark();

    /** Nobody is to be told of these until then. */
    record Silence(Scope scope, Instant until, Remark remark) implements Calming {
    }

    /** The silence with this number ends now. */
    record Lift(long id, Remark remark) implements Calming {
    }

    /** Somebody looks after these, by their names. A reply for each. */
    record Acknowledge(List<String> services, Remark remark) implements Calming {

        public Acknowledge {
            services = List.copyOf(services);
        }
    }

    /** Nobody does any more. A reply for each. */
    record Disown(List<String> services, Remark remark) implements Calming {

        public Disown {
            services = List.copyOf(services);
        }
    }

    /** How many replies there will be. */
    default int replies() {
        return switch (this) {
            case Silence _, Lift _ -> 1;
            case Acknowledge(var services, _) -> services.size();
            case Disown(var services, _) -> services.size();
        };
    }
}
