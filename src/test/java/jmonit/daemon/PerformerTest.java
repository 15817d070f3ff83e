package jmonit.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jmonit.Lines;
import jmonit.catalog.Sampler;
import jmonit.engine.Deed;
import jmonit.engine.Message;
import jmonit.engine.Outcome;
import jmonit.engine.Step;
import jmonit.model.Command;
import jmonit.model.ControlFile;
import jmonit.model.Readings;
import jmonit.model.Service;
import jmonit.model.Trace;
import jmonit.os.Ended;
import jmonit.os.FakePrograms;
import jmonit.os.FakeTicker;
import jmonit.os.Ticker;

class PerformerTest {

    private static final ControlFile CONTROL = Cast.controlFile("""
            set daemon 5
            check process web with pidfile /p
                start program = "/up" with timeout 10 seconds
                stop program = "/down" with timeout 10 seconds
                restart program = "/again" with timeout 10 seconds
            check file page with path /f
                start program = "/up" with timeout 10 seconds
            """);

    private final FakeTicker ticker = new FakeTicker();
    private final FakePrograms programs = new FakePrograms(ticker::pass);
    private final LinkedBlockingQueue<Message> inbox = new LinkedBlockingQueue<>();
    private final Lines lines = new Lines();
    private Sampler sampler = new Cast.FakeProcess(() -> false);

    @AfterEach
    void forgetTheLog() {
        lines.close();
    }

    private static Service service(String name) {
        return CONTROL.services().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    private String how = "";

    private Outcome perform(Deed deed) throws InterruptedException {
        return perform("web", deed);
    }

    private Outcome perform(String name, Deed deed) throws InterruptedException {
        Service service = service(name);
        Command command = switch (deed) {
            case START, EXEC -> service.commands().start().getFirst();
            case STOP -> service.commands().stop().getFirst();
            case RESTART -> service.commands().restart().getFirst();
        };
        var means = new Means(programs, () -> Instant.EPOCH, ticker);
        var environment = new ActionEnvironment(Map.of(), "plum", ZoneOffset.UTC);
        try (var performer = new Performer(means, Map.of("process", sampler), environment, inbox::add)) {
            performer.perform(List.of(step(service, deed, command)), CONTROL.settings().limits(), () -> { });
            Outcome outcome = ((Message.Done) inbox.poll(30, TimeUnit.SECONDS)).outcome();
            how = switch (outcome) {
                case Outcome.Succeeded(String words) -> words;
                case Outcome.Failed(_, String words) -> words;
            };
            return outcome instanceof Outcome.Failed(String because, _) ? new Outcome.Failed(because) : Outcome.SUCCEEDED;
        }
    }

    private static Step step(Service service, Deed deed, Command command) {
        return new Step(1, service, deed, command, deed.event(), deed.event(), Readings.NONE, Trace.NONE, false);
    }

    private void process(BooleanSupplier there) {
        sampler = new Cast.FakeProcess(there);
    }

    private boolean started(String program) {
        return programs.started().stream().anyMatch(l -> l.program().equals(program));
    }

    private void hasPassed(int fromSeconds, int toSeconds) {
        long passed = ticker.elapsed().toMillis();
        assertTrue(passed >= fromSeconds * 1000L && passed <= toSeconds * 1000L, passed + " ms");
    }

    @Test
    void startsNothingThatRuns() throws InterruptedException {
        process(() -> true);

        assertEquals(Outcome.SUCCEEDED, perform(Deed.START));

        assertEquals(List.of(), programs.started());
    }

    @Test
    void stopsNothingThatDoesNotRun() throws InterruptedException {
        assertEquals(Outcome.SUCCEEDED, perform(Deed.STOP));

        assertEquals(List.of(), programs.started());
    }

    @Test
    void waitsForAProcessThatComesUpLate() throws InterruptedException {
        programs.ends("/up", 3, "", "");
        process(() -> ticker.elapsed().toSeconds() >= 6);

        assertEquals(Outcome.SUCCEEDED, perform(Deed.START));

        hasPassed(6, 7);
    }

    @Test
    void waitsInVainForTheWholeTimeout() throws InterruptedException {
        programs.ends("/up", 3, "no port", "trying");

        assertEquals(new Outcome.Failed("failed to start (exit status 3) -- '/up': no port"), perform(Deed.START));
        assertEquals("exit status 3", how);

        hasPassed(10, 11);
    }

    @Test
    void tellsTheOutputWhereThereAreNoErrors() throws InterruptedException {
        programs.ends("/up", 0, "", "trying");

        assertEquals(new Outcome.Failed("failed to start (exit status 0) -- '/up': trying"), perform(Deed.START));
    }

    @Test
    void givesUpAtOnceOnAProgramThatCannotRun() throws InterruptedException {
        programs.ends("/up", Ended.refused("Permission denied"));

        assertEquals(new Outcome.Failed("failed to start (exit status -1) -- Program /up failed: Permission denied"), perform(Deed.START));

        assertEquals(Duration.ZERO, ticker.elapsed());
    }

    @Test
    void killsAStartProgramThatHasHadItsTime() throws InterruptedException {
        assertEquals(new Outcome.Failed("failed to start (exit status -1) -- '/up': Program timed out -- started\n"), perform(Deed.START));

        assertEquals(List.of("/up"), programs.killed());
        hasPassed(10, 11);
    }

    @Test
    void waitsForTheEndOfTheStopProgramToo() throws InterruptedException {
        process(() -> !started("/down"));
        programs.endsAfter("/down", () -> ticker.elapsed().toSeconds() >= 2);

        assertEquals(Outcome.SUCCEEDED, perform(Deed.STOP));

        assertEquals(List.of(), programs.killed());
        hasPassed(2, 3);
    }

    @Test
    void isContentWhenTheProcessIsGoneThoughItsStopProgramHangs() throws InterruptedException {
        process(() -> !started("/down"));

        assertEquals(Outcome.SUCCEEDED, perform(Deed.STOP));

        assertEquals(List.of("/down"), programs.killed());
        hasPassed(10, 11);
    }

    @Test
    void failsToStopWhatDoesNotEnd() throws InterruptedException {
        process(() -> true);
        programs.ends("/down", 0, "", "");

        assertEquals(new Outcome.Failed("failed to stop (exit status 0) -- no output"), perform(Deed.STOP));

        hasPassed(10, 11);
    }

    @Test
    void restartsWithOneProgramWhichHasToEnd() throws InterruptedException {
        process(() -> true);
        programs.ends("/again", 0, "", "");

        assertEquals(Outcome.SUCCEEDED, perform(Deed.RESTART));

        assertEquals("INFO 'web' restart: '/again'", lines.said().getFirst());
    }

    @Test
    void judgesWhatIsNoProcessByItsProgramOnly() throws InterruptedException {
        programs.ends("/up", 1, "", "");

        assertEquals(Outcome.SUCCEEDED, perform("page", Deed.START));
    }

    @Test
    void answersForAMistakeOfOurs() throws InterruptedException {
        process(() -> {
            throw new StackOverflowError("too deep");
        });

        assertEquals(new Outcome.Failed("failed to start -- a fault in jmonit"), perform(Deed.START));

        assertEquals(List.of("ERROR 'web' start failed because of a fault in jmonit"), lines.said());
    }

    /** Time passes for who waits, but not before all are started. */
    private final class Meanwhile implements Ticker {

        private final int many;

        Meanwhile(int many) {
            this.many = many;
        }

        @Override
        public Duration elapsed() {
            return ticker.elapsed();
        }

        @Override
        public void pause(Duration time) {
            assertTrue(Cast.happens(() -> programs.started().size() == many), "some are not started");
            ticker.pass(time);
        }
    }

    @Test
    void letsAllOthersStartBeforeItAsksWhetherOneIsUp() throws InterruptedException {
        int many = 50;
        programs.ends("/up", 0, "", "");
        var process = new Cast.FakeProcess(() -> programs.started().size() == many);
        var means = new Means(programs, () -> Instant.EPOCH, new Meanwhile(many));
        var begun = new CountDownLatch(1);
        try (var performer = new Performer(means, Map.of("process", process), new ActionEnvironment(Map.of(), "plum", ZoneOffset.UTC), inbox::add)) {
            for (int i = 0; i < many; i++) {
                Service web = service("web");
                performer.perform(List.of(step(web, Deed.START, web.commands().start().getFirst())), CONTROL.settings().limits(), begun::await);
            }
            begun.countDown();
            for (int i = 0; i < many; i++) {
                assertTrue(((Message.Done) inbox.poll(30, TimeUnit.SECONDS)).outcome() instanceof Outcome.Succeeded);
            }
        }
        assertEquals(2 * many, process.looks.get(), "one look before each start and one after it, none in vain");
    }
}
