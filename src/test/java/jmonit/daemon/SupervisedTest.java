package jmonit.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import jmonit.Lines;
import jmonit.model.ControlFile;
import jmonit.os.OwnSignal;
import jmonit.os.Supervisor;

class SupervisedTest {

    private final List<String> seen = new ArrayList<>();
    private final CountDownLatch alive = new CountDownLatch(2);

    /** Notes what it is told; a sign of life is only counted. */
    private record Scribe(List<String> seen, CountDownLatch alive, Optional<Duration> patience) implements Supervisor {

        @Override
        public void tell(String news) {
            if (news.equals("WATCHDOG=1")) {
                alive.countDown();
            } else {
                seen.add(news);
            }
        }
    }

    private static final Supervisor DEAF = new Supervisor() {

        @Override
        public void tell(String news) throws IOException {
            throw new IOException("nobody there");
        }

        @Override
        public Optional<Duration> patience() {
            return Optional.empty();
        }
    };

    private Work work(Runnable watch) {
        return new Work() {

            @Override
            public boolean once() {
                return true;
            }

            @Override
            public boolean act(String wish, List<String> services) {
                return true;
            }

            @Override
            public void watch() {
                watch.run();
            }

            @Override
            public void told(OwnSignal signal) {
                seen.add("told " + signal);
            }
        };
    }

    @Test
    void tellsItsBeginningAndItsEnd() {
        var supervisor = new Scribe(seen, alive, Optional.empty());

        new Supervised(supervisor).work(work(() -> seen.add("watching"))).watch();

        assertEquals(List.of("READY=1", "watching", "STOPPING=1"), seen);
    }

    @Test
    void givesSignsOfLifeBeforeThereIsAnybodyToAsk() {
        var supervisor = new Scribe(seen, alive, Optional.of(Duration.ofMillis(30)));

        new Supervised(supervisor).work(work(() -> seen.add("signs " + signs()))).watch();

        assertEquals(List.of("READY=1", "signs true", "STOPPING=1"), seen);
    }

    private boolean signs() {
        try {
            return alive.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static final Faces BLIND = new Faces() {

        @Override
        public void prepare() {
        }

        @Override
        public void show(ControlFile controlFile, Instant since, Desk desk) {
        }

        @Override
        public void settle() {
        }

        @Override
        public void close() {
        }
    };

    @Test
    void givesSignsOfLifeAlthoughAFaultKeepsItFromBeingShown() {
        var supervised = new Supervised(new Scribe(seen, alive, Optional.of(Duration.ofMillis(30))));
        supervised.faces(BLIND).show(Cast.controlFile("set daemon 1\n"), Instant.EPOCH, new FaultyDesk(() -> { }));

        try (var _ = new Lines()) {
            supervised.work(work(() -> seen.add("signs " + signs()))).watch();
        }

        assertEquals("signs true", seen.get(2));
    }

    @Test
    void watchesWhenNobodyListens() {
        new Supervised(DEAF).work(work(() -> seen.add("watching"))).watch();

        assertEquals(List.of("watching"), seen);
    }

    @Test
    void handsSignalsOn() {
        new Supervised(Supervisor.NOBODY).work(work(() -> seen.add("watching"))).told(OwnSignal.RELOAD);

        assertEquals(List.of("told RELOAD"), seen);
    }
}
