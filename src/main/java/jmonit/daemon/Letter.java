package jmonit.daemon;

import java.util.concurrent.CompletableFuture;

import jmonit.engine.Message;
import jmonit.model.Snapshot;

/** What the watchman is sent. */
sealed interface Letter {

    /** For the engine. */
    record News(Message message) implements Letter {
    }

    /** Somebody wants to know how everything is. */
    record Question(CompletableFuture<Snapshot> answer) implements Letter {
    }
}
