package jmonit.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jmonit.catalog.Sampler;
import jmonit.engine.Message;
import jmonit.model.ControlFile;
import jmonit.model.Presence;
import jmonit.model.Sample;
import jmonit.model.Service;
import jmonit.model.Trace;

class LookerTest {

    private static final ControlFile CONTROL = Cast.controlFile("""
            set daemon 5
            check process good with pidfile /p
            check file bad with path /f
            """);
    private static final Service GOOD = CONTROL.services().getFirst();
    private static final Service BAD = CONTROL.services().getLast();

    private final LinkedBlockingQueue<Message> inbox = new LinkedBlockingQueue<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private final Lines lines = new Lines();

    @AfterEach
    void end() {
        never.countDown();
        lines.close();
    }

    private Looker looker(int places, Sampler bad) {
        return new Looker(Map.of("process", new Cast.FakeProcess(() -> true), "file", bad), () -> Instant.EPOCH, places, inbox::add);
    }

    private static void look(Looker looker, Service service) {
        looker.look(1, service, CONTROL.settings().limits(), Trace.NONE);
    }

    private Message.Looked next() throws InterruptedException {
        return (Message.Looked) inbox.poll(30, TimeUnit.SECONDS);
    }

    private Sample hang() throws InterruptedException {
        never.await();
        return Cast.running();
    }

    @Test
    void aLookThatHangsDelaysNoOther() throws InterruptedException {
        try (var looker = looker(2, _ -> hang())) {
            look(looker, BAD);
            look(looker, GOOD);
            look(looker, GOOD);

            assertEquals(GOOD, next().service());
            assertEquals(GOOD, next().service());
        }
    }

    @Test
    void noMoreLooksThanPlacesAreUnderWay() throws InterruptedException {
        var begun = new AtomicBoolean();
        try (var looker = looker(1, _ -> {
            begun.set(true);
            return hang();
        })) {
            look(looker, BAD);
            Cast.happens(begun::get);
            look(looker, GOOD);

            assertTrue(inbox.isEmpty());
            never.countDown();
            // The place is free before the answer is told, so either may be told first.
            assertEquals(Set.of(BAD, GOOD), Set.of(next().service(), next().service()));
        }
    }

    @Test
    void aMistakeOfOursIsAnAnswer() throws InterruptedException {
        try (var looker = looker(1, _ -> {
            throw new IllegalStateException("at all");
        })) {
            look(looker, BAD);

            assertEquals(new Presence.Unreadable("could not be checked because of a fault in jmonit"), next().sample().presence());
            assertEquals("ERROR 'bad' could not be checked because of a fault in jmonit", lines.said().getFirst());
            look(looker, GOOD);
            assertEquals(GOOD, next().service());
        }
    }

    @Test
    void soIsAStackThatOverflows() throws InterruptedException {
        try (var looker = looker(1, _ -> {
            throw new StackOverflowError();
        })) {
            look(looker, BAD);

            assertTrue(next().sample().presence() instanceof Presence.Unreadable);
        }
    }

    @Test
    void theEndInterruptsWhatIsUnderWay() throws InterruptedException {
        var interrupted = new AtomicBoolean();
        var begun = new AtomicBoolean();
        var looker = looker(1, _ -> {
            begun.set(true);
            try {
                return hang();
            } catch (InterruptedException e) {
                interrupted.set(true);
                throw e;
            }
        });
        look(looker, BAD);
        Cast.happens(begun::get);

        looker.close();

        assertTrue(Cast.happens(interrupted::get));
        assertTrue(inbox.isEmpty());
    }
}
