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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jmonit.Lines;
import jmonit.catalog.Look;
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

    /** Looks on a thread of its own, as long as there is one to be had. */
    private record Aside(boolean free, Sampler sampler) implements Sampler {

        @Override
        public Sample look(Look look) throws InterruptedException {
            return sampler.look(look);
        }

        @Override
        public boolean aside(Look look, Consumer<Sampler> eye) {
            if (free) {
                Thread.ofPlatform().start(() -> eye.accept(sampler));
            }
            return free;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSamplerMayLookOnThreadsOfItsOwn(boolean free) throws InterruptedException {
        var virtual = new AtomicBoolean();
        try (var looker = looker(1, new Aside(free, _ -> {
            virtual.set(Thread.currentThread().isVirtual());
            return Cast.running();
        }))) {
            look(looker, BAD);

            assertEquals(Cast.running(), next().sample());
            assertEquals(!free, virtual.get());
        }
    }

    @Test
    void whatIsLookedAtAsideIsLookedAtByOneAtATime() throws InterruptedException {
        var under = new AtomicInteger();
        var most = new AtomicInteger();
        try (var looker = looker(4, new Aside(true, _ -> {
            most.accumulateAndGet(under.incrementAndGet(), Math::max);
            LockSupport.parkNanos(5_000_000);
            under.decrementAndGet();
            throw new IllegalStateException("at all");
        }))) {
            look(looker, BAD);
            look(looker, BAD);
            look(looker, BAD);

            for (int i = 0; i < 3; i++) {
                assertTrue(next().sample().presence() instanceof Presence.Unreadable);
            }
            assertEquals(1, most.get());
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
