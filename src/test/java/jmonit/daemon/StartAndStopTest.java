package jmonit.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import jmonit.catalog.Look;
import jmonit.engine.Deed;
import jmonit.engine.Message;
import jmonit.engine.Outcome;
import jmonit.engine.Step;
import jmonit.model.Command;
import jmonit.model.Commands;
import jmonit.model.Limits;
import jmonit.model.Mode;
import jmonit.model.OnReboot;
import jmonit.model.Origin;
import jmonit.model.Presence;
import jmonit.model.Readings;
import jmonit.model.RunAs;
import jmonit.model.Sample;
import jmonit.model.Schedule;
import jmonit.model.Service;
import jmonit.model.Subject;
import jmonit.model.Trace;
import jmonit.os.Ended;
import jmonit.os.FakePrograms;
import jmonit.os.Ticker;

/** What a step waits for, and how it is told to have failed: the words of Monit 5.33, by experiment. */
class StartAndStopTest {

    private static final Origin HERE = new Origin("monitrc", 1);
    private static final Limits LIMITS = new Limits(Map.of("programOutput", 512L), Map.of());
    private static final Command PROGRAM = new Command(List.of("/bin/web", "up"), RunAs.MYSELF, Duration.ofSeconds(2));
    private static final Trace KNOWN = new Trace(Map.of("process", "42 42"));

    private final List<Trace> traces = new ArrayList<>();
    private final BlockingQueue<Message> inbox = new ArrayBlockingQueue<>(8);
    private final Clock clock = new Clock();
    private final FakePrograms programs = new FakePrograms(clock::pause);
    /** The process that is up, if any, from a time on. */
    private Optional<Long> running = Optional.empty();
    private Duration since = Duration.ZERO;
    private Duration until = Duration.ofDays(1);

    /** Whoever waits for time makes it pass. */
    private final class Clock implements Ticker {

        private Duration elapsed = Duration.ZERO;
        private Duration end = Duration.ofDays(1);

        @Override
        public Duration elapsed() {
            return elapsed;
        }

        @Override
        public void pause(Duration time) {
            elapsed = elapsed.plus(time);
            if (elapsed.compareTo(end) >= 0) {
                programs.ends("/bin/web", 0, "", "");
            }
        }
    }

    private Sample look(Look look) {
        traces.add(look.trace());
        boolean up = clock.elapsed.compareTo(since) >= 0 && clock.elapsed.compareTo(until) < 0 && !programs.started().isEmpty() | since.isNegative();
        return running.filter(_ -> up).map(pid -> new Sample(Presence.HERE, new Readings.Notes().count("pid", pid).readings(), Map.of(), Trace.NONE))
                .orElse(Sample.absent(new Presence.Missing("process is not running"), Trace.NONE));
    }

    private String perform(Deed deed) throws InterruptedException {
        return perform(deed, false);
    }

    private String perform(Deed deed, boolean gone) throws InterruptedException {
        var means = new Means(programs, () -> Instant.EPOCH, clock);
        var care = new Service.Care(Mode.ACTIVE, OnReboot.START, Schedule.EVERY_CYCLE, List.of(), List.of());
        var service = new Service("web", "process", new Subject.PidFile("/run/web.pid"), Commands.NONE, List.of(), List.of(), care, List.of(), HERE);
        try (var performer = new Performer(means, Map.of("process", this::look), new ActionEnvironment(Map.of(), "plum", ZoneOffset.UTC), inbox::add)) {
            performer.perform(List.of(new Step(1, service, deed, PROGRAM, deed.event(), deed.event(), Readings.NONE, KNOWN, gone)), LIMITS, () -> { });
            return inbox.poll(30, TimeUnit.SECONDS) instanceof Message.Done(Step _, Outcome outcome) ? said(outcome) : "no answer";
        }
    }

    private static String said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Succeeded _ -> "well";
            case Outcome.Failed(String because, _) -> because;
        };
    }

    @Test
    void waitsForTheEndOfAStartProgramThoughTheProcessIsUpBefore() throws InterruptedException {
        running = Optional.of(50L);
        clock.end = Duration.ofSeconds(1);

        assertEquals("well", perform(Deed.START));
        assertEquals(true, clock.elapsed.compareTo(Duration.ofSeconds(1)) >= 0);
    }

    @Test
    void waitsForAProcessThatComesAfterTheEndOfItsStartProgram() throws InterruptedException {
        programs.ends("/bin/web", 3, "", "");
        running = Optional.of(50L);
        since = Duration.ofMillis(1500);

        assertEquals("well", perform(Deed.START));
    }

    @Test
    void takesAStartProgramThatIsTheProcessItselfForStarted() throws InterruptedException {
        running = Optional.of(FakePrograms.PID);

        assertEquals("well", perform(Deed.START));
        assertEquals(List.of(), programs.killed());
    }

    @Test
    void killsAStartProgramThatHangsAndSaysSo() throws InterruptedException {
        running = Optional.of(50L);

        assertEquals("failed to start (exit status -1) -- '/bin/web up': Program timed out -- started\n", perform(Deed.START));
        assertEquals(List.of("/bin/web"), programs.killed());
    }

    @Test
    void tellsTheStatusAndTheErrorsOfAProgramThatStartedNothing() throws InterruptedException {
        programs.ends("/bin/web", 3, "no port\n", "hello\n");

        assertEquals("failed to start (exit status 3) -- '/bin/web up': no port\n", perform(Deed.START));
    }

    @Test
    void saysThatAProgramIsNotThereWithoutWaiting() throws InterruptedException {
        programs.ends("/bin/web", Ended.refused("No such file or directory"));

        assertEquals("failed to start (exit status -1) -- Program /bin/web failed: File '/bin/web' does not exist", perform(Deed.START));
        assertEquals(Duration.ZERO, clock.elapsed);
        assertEquals("Error: Could not execute /bin/web -- No such file or directory", perform(Deed.EXEC));
    }

    @Test
    void waitsForTheEndOfTheProcessThatWasKnownWhenItIsStopped() throws InterruptedException {
        programs.ends("/bin/web", 0, "", "");
        running = Optional.of(42L);
        since = Duration.ofSeconds(-1);
        until = Duration.ofMillis(1500);

        assertEquals("well", perform(Deed.STOP));
        assertEquals(true, clock.elapsed.compareTo(until) >= 0);
        assertEquals(true, traces.stream().allMatch(KNOWN::equals));
    }

    @Test
    void doesNotAskAgainWhetherWhatIsKnownToBeGoneIsUp() throws InterruptedException {
        assertEquals("well", perform(Deed.STOP, true));
        assertEquals(List.of(), traces);

        programs.ends("/bin/web", 0, "", "");
        running = Optional.of(42L);
        assertEquals("well", perform(Deed.START, true));
        assertEquals(List.of("/bin/web"), programs.started().stream().map(l -> l.program()).toList());
        assertEquals(1, traces.size());
    }

    @Test
    void runsNothingToStopWhatIsNotUpOrStartWhatIs() throws InterruptedException {
        assertEquals("well", perform(Deed.STOP));
        running = Optional.of(42L);
        since = Duration.ofSeconds(-1);
        assertEquals("well", perform(Deed.START));

        assertEquals(List.of(), programs.started());
    }
}
