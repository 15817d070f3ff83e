package jmonit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jmonit.daemon.Desk;
import jmonit.engine.Request.Wish;
import jmonit.http.Panel;
import jmonit.model.Snapshot;

/** The daemon's desk, as the web server wants it; {@code closing} ends the web server. */
record Counter(Desk desk, Runnable closing) implements Panel {

    @Override
    public Snapshot show() throws InterruptedException {
        return desk.show();
    }

    @Override
    public boolean answers(Duration within) throws InterruptedException {
        return desk.answers(within);
    }

    @Override
    public List<CompletableFuture<String>> ask(Wish wish, List<String> services) {
        return desk.ask(wish, services);
    }

    @Override
    public CompletableFuture<String> order(Verb verb) {
        return switch (verb) {
            case VALIDATE -> desk.order(Desk.Order.VALIDATE);
            case RELOAD -> desk.order(Desk.Order.RELOAD);
            case QUIT -> desk.order(Desk.Order.QUIT);
            case STOP -> {
                closing.run();
                yield CompletableFuture.completedFuture("");
            }
        };
    }
}
