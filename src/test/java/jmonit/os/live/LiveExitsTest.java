package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import jmonit.os.ProcessFacts;
import jmonit.os.ProcessId;
import jmonit.os.Signals;

class LiveExitsTest {

    private final LiveProcesses processes = new LiveProcesses();
    private final Signals signals = new LiveSignals();
    private final BlockingQueue<ProcessId> told = new LinkedBlockingQueue<>();

    private ProcessId sleeper(Children children) throws IOException {
        return processes.find(Children.pid(children.start("sleep", "60"))).map(ProcessFacts::id).orElseThrow();
    }

    @Test
    void tellsOnceWhenAProcessEnds() throws Exception {
        try (var children = new Children(); var exits = new LiveExits()) {
            var one = sleeper(children);
            var other = sleeper(children);
            exits.watch(one, told::add);
            exits.watch(other, told::add);

            signals.send(one.pid(), Signals.KILL);

            assertEquals(one, told.poll(5, TimeUnit.SECONDS));
            assertTrue(told.isEmpty());
        }
    }

    @Test
    void tellsAtOnceOfAProcessThatIsGoneOrWhosePidBelongsToAnother() throws Exception {
        try (var children = new Children(); var exits = new LiveExits()) {
            var alive = sleeper(children);
            var before = new ProcessId(alive.pid(), alive.start() - 1);
            var nobody = new ProcessId(4_194_305, 1);

            exits.watch(before, told::add);
            exits.watch(nobody, told::add);

            assertEquals(List.of(before, nobody), new ArrayList<>(told));
        }
    }

    @Test
    void tellsNothingOfAProcessNoLongerWatched() throws Exception {
        try (var children = new Children(); var exits = new LiveExits()) {
            var left = sleeper(children);
            var kept = sleeper(children);
            exits.watch(left, told::add);
            exits.watch(kept, told::add);

            exits.unwatch(left);
            signals.send(left.pid(), Signals.KILL);
            signals.send(kept.pid(), Signals.KILL);

            assertEquals(kept, told.poll(5, TimeUnit.SECONDS));
            assertNull(told.poll(50, TimeUnit.MILLISECONDS));
        }
    }

    @Test
    void showsAMistakeOfAListenerAndGoesOn() throws Exception {
        var shown = new LinkedBlockingQueue<Throwable>();
        var usual = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, mistake) -> shown.add(mistake));
        try (var children = new Children(); var exits = new LiveExits()) {
            var one = sleeper(children);
            var other = sleeper(children);
            exits.watch(one, _ -> {
                throw new IllegalStateException("a mistake");
            });
            exits.watch(other, told::add);

            signals.send(one.pid(), Signals.KILL);
            assertEquals("a mistake", shown.poll(5, TimeUnit.SECONDS).getMessage());
            signals.send(other.pid(), Signals.KILL);

            assertEquals(other, told.poll(5, TimeUnit.SECONDS));
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(usual);
        }
    }

    @Test
    @Tag("live")
    void tellsWithinTwoMilliseconds() throws Exception {
        try (var children = new Children(); var exits = new LiveExits()) {
            var took = new ArrayList<Long>();
            for (var i = 0; i < 21; i++) {
                var sleeper = sleeper(children);
                exits.watch(sleeper, told::add);
                var killed = System.nanoTime();
                signals.send(sleeper.pid(), Signals.KILL);
                assertEquals(sleeper, told.poll(5, TimeUnit.SECONDS));
                took.add(System.nanoTime() - killed);
            }

            var median = took.stream().sorted().toList().get(10);
            assertTrue(median < 2_000_000, "microseconds: " + took.stream().map(t -> t / 1000).toList());
        }
    }
}
