package jmonit.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jmonit.Lines;
import jmonit.engine.Effect;
import jmonit.engine.Memory;
import jmonit.engine.Monitor;
import jmonit.engine.Remembered;
import jmonit.engine.Urgency;
import jmonit.model.Context;
import jmonit.model.ControlFile;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Origin;
import jmonit.model.Snapshot;
import jmonit.os.FakeExits;
import jmonit.os.FakePrograms;
import jmonit.os.FakeTicker;

/** What is told and what is on disk, in which order. */
class TellerTest {

    private final FakeTicker ticker = new FakeTicker();
    private final ControlFile controlFile = Cast.controlFile("set daemon 10\n");
    private final Watchman watchman = new Watchman(() -> Instant.EPOCH, ticker);
    private final Monitor monitor = new Monitor(controlFile, Map.of(), Remembered.NOTHING, false, watchman.now());
    /** What happened, in its order: "saved", and what was told. */
    private final List<String> done = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch disk = new CountDownLatch(0);
    private final Lines lines = new Lines();
    private final Hands hands = hands();

    @AfterEach
    void end() {
        disk.countDown();
        hands.close();
        lines.close();
    }

    private Hands hands() {
        var means = new Means(new FakePrograms(_ -> { }), () -> Instant.EPOCH, ticker);
        var crew = new Hands.Crew(new Looker(Map.of(), () -> Instant.EPOCH, 9, watchman::take),
                new Performer(means, Map.of(), new ActionEnvironment(Map.of(), "plum", ZoneOffset.UTC), watchman::take),
                new Saver(new Disk()), new FakeExits(), new Listener());
        return new Hands(crew, watchman, new Hands.Office(new Tickets(), new Tally()), "boot", controlFile.settings().limits());
    }

    private final class Disk implements Memory {

        @Override
        public Remembered load() {
            return Remembered.NOTHING;
        }

        @Override
        public void prepare() {
            // There are no files.
        }

        @Override
        public void save(Remembered remembered) {
            try {
                disk.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            done.add("saved");
        }
    }

    private final class Listener implements Crier {

        @Override
        public void serve(ControlFile file, Desk desk, Occasion occasion) {
            // Nobody asks.
        }

        @Override
        public void tell(Event event, Context context) {
            done.add(event.because());
        }

        @Override
        public void remind(Event event, int cycle, Context context) {
            done.add(event.because() + " still");
        }

        @Override
        public void close(Snapshot last, List<Event> events) {
            // Nobody asks.
        }
    }

    private static Event event(String because) {
        return new Event(Instant.EPOCH, "f", "file", EventKind.SIZE, Event.Side.FAILED, because, "alert", new Origin("/m", 1));
    }

    private void happens(String because) {
        hands.carryOut(List.of(new Effect.Persist(Urgency.NOW), new Effect.Announce(event(because), Context.NONE)));
        hands.rest(monitor);
    }

    @Test
    void tellsOfAnEventOnceItIsOnDisk() {
        disk = new CountDownLatch(1);
        happens("size failed");

        hands.carryOut(List.of(new Effect.Still(event("checksum failed"), 2, Context.NONE)));
        assertEquals(List.of(), done);
        disk.countDown();

        assertTrue(Cast.happens(() -> done.size() == 3));
        assertEquals(List.of("saved", "size failed", "checksum failed still"), done);
    }

    @Test
    void tellsBeforeTheEndWhatHappenedLast() {
        hands.carryOut(List.of(new Effect.Announce(event("size failed"), Context.NONE)));

        hands.last(monitor);
        hands.close();

        assertEquals(List.of("saved", "size failed"), done);
    }

    @Test
    void tellsWithoutADiskThatDoesNotAnswer() {
        disk = new CountDownLatch(1);
        happens("one");
        assertTrue(Cast.happens(() -> done.contains("one")));

        long begin = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            ticker.pass(Duration.ofSeconds(1));
            happens("more");
        }

        assertTrue(Cast.happens(() -> done.size() == 21));
        assertTrue(System.nanoTime() - begin < 10_000_000_000L, "waits for the disk each time");
    }
}
