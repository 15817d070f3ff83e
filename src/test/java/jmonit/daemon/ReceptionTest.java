package jmonit.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import jmonit.engine.Calming;
import jmonit.engine.Message;
import jmonit.engine.Request.Wish;
import jmonit.model.Silence.Remark;
import jmonit.os.FakeTicker;

/** What is asked for at the desk, and that it is answered. */
class ReceptionTest {

    private final Watchman watchman = new Watchman(() -> Instant.EPOCH, new FakeTicker());
    private final Tickets tickets = new Tickets();
    private final Desk desk = new Reception(watchman, new Hands.Office(tickets, new Tally()), new Reception.Orders() {

        @Override
        public CompletableFuture<String> reload() {
            return CompletableFuture.completedFuture("a mistake");
        }

        @Override
        public void wake() {
            throw new AssertionError("nobody asked for it");
        }

        @Override
        public void stop() {
            throw new AssertionError("nobody asked for it");
        }
    });

    @Test
    void eachServiceHasAReplyOfItsOwn() {
        List<CompletableFuture<String>> replies = desk.ask(Wish.START, List.of("web", "db"));

        tickets.settle(2, "'db' failed to start");

        assertFalse(replies.getFirst().isDone());
        assertEquals("'db' failed to start", replies.getLast().getNow(""));
        tickets.settle(1, "");
        assertTrue(replies.getFirst().isDone());
    }

    @Test
    void whoStillWaitsAtTheEndIsTold() {
        var reply = desk.ask(Wish.START, List.of("web")).getFirst();

        tickets.close();

        assertEquals("jmonit has ended", reply.getNow(""));
    }

    @Test
    void moreThanCanBeRememberedIsRefused() {
        List<String> many = java.util.stream.IntStream.range(0, 10_000).mapToObj(i -> "s" + i).toList();
        desk.ask(Wish.STOP, many);

        var replies = desk.ask(Wish.STOP, many);

        assertEquals(10_000, replies.size());
        assertEquals("too many requests wait already", replies.getLast().getNow(""));
    }

    @Test
    void whatFindsNoRoomIsRefusedAndForgotten() {
        while (watchman.offer(new Message.Tick())) {
            // The engine does not come to it.
        }

        assertEquals("too many requests wait already", desk.ask(Wish.START, List.of("web")).getFirst().getNow(""));
        assertEquals("too many requests wait already", desk.calm(new Calming.Disown(List.of("web"), Remark.NONE)).getFirst().getNow(""));

        assertTrue(tickets.draw(1 << 14).isPresent());
    }

    @Test
    void tellsHowAReloadEnded() {
        assertEquals("a mistake", desk.order(Desk.Order.RELOAD).getNow(""));
    }
}
