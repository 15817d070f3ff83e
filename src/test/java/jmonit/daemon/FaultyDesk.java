package jmonit.daemon;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jmonit.engine.Calming;
import jmonit.engine.Request.Wish;
import jmonit.model.EventKind;
import jmonit.model.Snapshot;

/** Whose engine answers, if only with a fault; whoever asks is told of first. */
public record FaultyDesk(Runnable asked) implements Desk {

    private IllegalStateException fault() {
        asked.run();
        return new IllegalStateException("a fault");
    }

    @Override
    public boolean answers(Duration within) {
        throw fault();
    }

    @Override
    public Snapshot show() {
        throw fault();
    }

    @Override
    public List<CompletableFuture<String>> ask(Wish wish, List<String> services) {
        throw fault();
    }

    @Override
    public List<CompletableFuture<String>> calm(Calming wanted) {
        throw fault();
    }

    @Override
    public CompletableFuture<String> order(Order order) {
        throw fault();
    }

    @Override
    public Map<EventKind, Long> counted() {
        throw fault();
    }
}
