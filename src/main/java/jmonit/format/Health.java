package jmonit.format;

import java.util.Locale;

import jmonit.model.Snapshot.Monitoring;
import jmonit.model.Snapshot.View;

/** How a service is, in a word for programs. */
public enum Health {
    OK, FAILING, UNMONITORED, INITIALISING, WAITING;

    static Health of(State state) {
        if (!state.monitored()) {
            return UNMONITORED;
        }
        if (!state.failures().isEmpty()) {
            return FAILING;
        }
        return state.view().monitoring() == Monitoring.WAITING ? WAITING : state.looked() ? OK : INITIALISING;
    }

    public static Health of(View view) {
        return of(new State(view));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
