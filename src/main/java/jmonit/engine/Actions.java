package jmonit.engine;

import java.util.Optional;

import jmonit.model.Action;
import jmonit.model.Command;

/** What actions are called in alerts and views. */
final class Actions {

    private Actions() {
    }

    /** What the log says about an action that nothing has to wait for. */
    static Optional<String> line(Action action) {
        return action instanceof Action.Exec(Command command, _)
                ? Optional.of("exec: '" + String.join(" ", command.words()) + "'") : Optional.empty();
    }

    static String word(Action action) {
        return switch (action) {
            case Action.Alert _ -> "alert";
            case Action.Ignore _ -> "ignore";
            case Action.Start _ -> "start";
            case Action.Stop _ -> "stop";
            case Action.Restart _ -> "restart";
            case Action.Unmonitor _ -> "unmonitor";
            case Action.Exec _ -> "exec";
        };
    }
}
