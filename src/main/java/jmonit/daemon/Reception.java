package jmonit.daemon;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jmonit.engine.Calming;
import jmonit.engine.Message;
import jmonit.engine.Request;
import jmonit.engine.Request.Wish;
import jmonit.model.EventKind;
import jmonit.model.Snapshot;

/** The desk of a running daemon: hands on to the watchman what is asked for there. */
final class Reception implements Desk {

    private final Watchman watchman;
    private final Hands.Office office;
    private final Orders orders;

    /** Carried out as if a signal had told it. */
    interface Orders {

        CompletableFuture<String> reload();

        void wake();

        void stop();
    }

    Reception(Watchman watchman, Hands.Office office, Orders orders) {
        this.watchman = watchman;
        this.office = office;
        this.orders = orders;
    }

    @Override
    public Snapshot show() throws InterruptedException {
        return watchman.show();
    }

    @Override
    public boolean answers(Duration within) throws InterruptedException {
        return watchman.answers(within);
    }

    @Override
    public List<CompletableFuture<String>> ask(Wish wish, List<String> services) {
        return office.tickets().draw(services.size()).filter(b -> watchman.offer(new Message.Asked(new Request(b.first(), wish, services))))
                .map(Tickets.Bundle::replies).orElseGet(() -> services.stream().map(_ -> busy()).toList());
    }

    @Override
    public List<CompletableFuture<String>> calm(Calming wanted) {
        return office.tickets().draw(wanted.replies()).filter(b -> watchman.offer(new Message.Calmed(b.first(), wanted)))
                .map(Tickets.Bundle::replies).orElseGet(() -> Stream.generate(Reception::busy).limit(wanted.replies()).toList());
    }

    private static CompletableFuture<String> busy() {
        return CompletableFuture.completedFuture("too many requests wait already");
    }

    @Override
    public CompletableFuture<String> order(Order order) {
        return switch (order) {
            case RELOAD -> orders.reload();
            case VALIDATE -> done(orders::wake);
            case QUIT -> done(orders::stop);
        };
    }

    private static CompletableFuture<String> done(Runnable what) {
        what.run();
        return CompletableFuture.completedFuture("");
    }

    @Override
    public Map<EventKind, Long> counted() {
        return office.tally().counts();
    }
}
