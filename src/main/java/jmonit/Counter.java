package jmonit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jmonit.daemon.Desk;
import jmonit.engine.Calming;
import jmonit.engine.Request.Wish;
import jmonit.http.Panel;
import jmonit.model.Snapshot;
import jmonit.os.Ticker;

/** The daemon's desk, as the web server wants it; {@code closing} ends the web server. */
record Counter(Desk desk, Ticker ticker, Runnable closing) implements Panel {

    /** So long the answer to an order that ends the server has to go out. */
    private static final Duration ANSWERED = Duration.ofMillis(200);

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
    public List<CompletableFuture<String>> calm(Calming wanted) {
        return desk.calm(wanted);
    }

    @Override
    public CompletableFuture<String> order(Verb verb) {
        return switch (verb) {
            case VALIDATE -> desk.order(Desk.Order.VALIDATE);
            case RELOAD -> desk.order(Desk.Order.RELOAD);
            case QUIT -> soon(() -> desk.order(Desk.Order.QUIT));
            case STOP -> soon(closing);
        };
    }

    private CompletableFuture<String> soon(Runnable what) {
        Thread.ofVirtual().name("jmonit-end").start(() -> {
            try {
                ticker.pause(ANSWERED);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            what.run();
        });
        return CompletableFuture.completedFuture("");
    }
}
