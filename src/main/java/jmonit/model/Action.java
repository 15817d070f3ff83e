package jmonit.model;

/** What is done when a rule flips. */
public sealed interface Action {

    record Alert() implements Action {
    }

    record Start() implements Action {
    }

    record Stop() implements Action {
    }

    record Restart() implements Action {
    }

    record Unmonitor() implements Action {
    }

    /** Nothing, not even the alert of a recovery. */
    record Ignore() implements Action {
    }

    /** {@code repeat} is in cycles; 0 means once for each failure. A timeout of zero is none. */
    record Exec(Command command, int repeat) implements Action {
    }

    Action ALERT = new Alert();

    /** What it is called in control files, alerts and views. */
    default String word() {
        return switch (this) {
            case Alert _ -> "alert";
            case Start _ -> "start";
            case Stop _ -> "stop";
            case Restart _ -> "restart";
            case Unmonitor _ -> "unmonitor";
            case Ignore _ -> "ignore";
            case Exec _ -> "exec";
        };
    }
}
