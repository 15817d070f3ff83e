package jmonit.daemon;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import jmonit.engine.Calming;
import jmonit.engine.Message;
import jmonit.engine.Request;
import jmonit.engine.Request.Wish;
import jmonit.model.EventKind;
import jmonit.model.Snapshot;

/** The desk of a running daemon: hands on to the watchman what is asked for there. */
final class Reception implements Desk {

    private static final String BUSY = "too many requests wait already";

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
        return replies(services.size(), first -> new Message.Asked(new Request(first, wish, services)));
    }

    @Override
    public List<CompletableFuture<String>> calm(Calming wanted) {
        return replies(wanted.replies(), first -> new Message.Calmed(first, wanted));
    }

    private List<CompletableFuture<String>> replies(int count, LongFunction<Message> message) {
        Optional<Tickets.Bundle> drawn = office.tickets().draw(count);
        drawn.filter(b -> !watchman.offer(message.apply(b.first()))).ifPresent(b -> refuse(b.first(), count));
        return drawn.map(Tickets.Bundle::replies)
                .orElseGet(() -> Stream.generate(() -> CompletableFuture.completedFuture(BUSY)).limit(count).toList());
    }

    /** Nobody else will: what is never handed over is never answered. */
    private void refuse(long first, int count) {
        LongStream.range(first, first + count).forEach(t -> office.tickets().settle(t, BUSY));
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
