package jmonit.engine;

import java.util.Optional;

import jmonit.model.Action;
import jmonit.model.Command;

/** What the log says of actions. */
final class Actions {

    private Actions() {
    }

    /** What the log says about an action that nothing has to wait for. */
    static Optional<String> line(Action action) {
        return action instanceof Action.Exec(Command command, _)
                ? Optional.of("exec: '" + String.join(" ", command.words()) + "'") : Optional.empty();
    }
}
