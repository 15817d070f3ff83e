package jmonit.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jmonit.Lines;
import jmonit.catalog.Sampler;
import jmonit.engine.Memory;
import jmonit.engine.Message;
import jmonit.engine.Monitor;
import jmonit.engine.Remembered;
import jmonit.engine.Request;
import jmonit.model.ControlFile;
import jmonit.os.FakeExits;
import jmonit.os.FakePrograms;
import jmonit.os.FakeTicker;
import jmonit.rule.Judge;
import jmonit.rule.ProcessJudge;

/** The loop of a daemon with time, processes and programs played by the test. */
class WatchmanTest {

    private static final Duration CYCLE = Duration.ofSeconds(10);
    private static final String WEB = """
            set daemon 10
            check process web with pidfile /p
                start program = "/up" with timeout 5 seconds
            """;

    private final FakeTicker ticker = new FakeTicker();
    private final AtomicReference<Instant> wall = new AtomicReference<>(Instant.parse("2026-06-01T12:00:30Z"));
    private final FakePrograms programs = new FakePrograms(ticker::pass);
    private final AtomicReference<Remembered> kept = new AtomicReference<>(Remembered.NOTHING);
    private final Lines lines = new Lines();
    private final Watchman watchman = new Watchman(wall::get, ticker);
    private final Tickets tickets = new Tickets();
    private volatile boolean there = true;
    /** As long as it is there, an action that has begun does not end. */
    private volatile CountDownLatch action = new CountDownLatch(0);
    private final Sampler process = new Cast.FakeProcess(this::there);
    private final AtomicInteger looks = new AtomicInteger();
    private Thread thread;

    private boolean there() {
        try {
            return programs.started().isEmpty() ? there : action.await(1, TimeUnit.MINUTES) && there;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void begin() {
        there = false;
        action = new CountDownLatch(1);
        programs.ends("/up", 0, "", "");
        watch(WEB);
        assertTrue(Cast.happens(() -> programs.started().size() == 1));
    }

    private void watch(String text) {
        watch(text, process);
    }

    private void watch(String text, Sampler sampler) {
        var memory = new Memory() {

            @Override
            public Remembered load() {
                return kept.get();
            }

            @Override
            public void prepare() {
                // There are no files.
            }

            @Override
            public void save(Remembered remembered) {
                kept.set(remembered);
            }
        };
        Map<String, Judge> judges = Map.of("process", new ProcessJudge());
        ControlFile controlFile = Cast.controlFile(text);
        var monitor = new Monitor(controlFile, judges, kept.get(), false, watchman.now());
        Map<String, Sampler> samplers = Map.of("process", sampler);
        var environment = new ActionEnvironment(Map.of(), "plum", ZoneOffset.UTC);
        var crew = new Hands.Crew(new Looker(samplers, wall::get, 9, this::looked),
                new Performer(new Means(programs, wall::get, ticker), samplers, environment, watchman::take),
                new Saver(memory), new FakeExits(), Crier.NOBODY);
        var hands = new Hands(crew, watchman, new Hands.Office(tickets, new Tally()), "boot", controlFile.settings().limits());
        thread = Thread.ofPlatform().daemon().start(() -> watch(monitor, hands));
    }

    /** Counted once it is in the inbox, so that time passes after it. */
    private void looked(Message message) {
        watchman.take(message);
        looks.incrementAndGet();
    }

    private void watch(Monitor monitor, Hands open) {
        try (Hands hands = open) {
            watchman.watch(monitor, hands);
            hands.last(monitor);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        action.countDown();
        stop();
        lines.close();
    }

    private boolean stop() throws InterruptedException {
        watchman.stop();
        return thread.join(Duration.ofSeconds(30));
    }

    private void awaitLooks(int count) {
        assertTrue(Cast.happens(() -> looks.get() >= count), looks.get() + " looks, " + lines.said());
    }

    /** The loop waits in real time for what is due; a message has it ask what time it is. */
    private void pass(Duration time) {
        ticker.pass(time);
        watchman.tell(new Message.Tick());
    }

    /** A request is logged, and after it all that came before it has been handled. */
    private void settle() {
        int asked = asked();
        watchman.tell(new Message.Asked(new Request(1, Request.Wish.MONITOR, List.of("web"))));
        assertTrue(Cast.happens(() -> asked() > asked));
    }

    private int asked() {
        return (int) lines.said().stream().filter(l -> l.endsWith("on user request")).count();
    }

    private void looksWithin(Duration time, int expected) {
        settle();
        int before = looks.get();
        pass(time);
        Cast.happens(() -> looks.get() >= before + expected);
        assertEquals(before + expected, looks.get());
    }

    @Test
    void looksInEachCycle() {
        watch(WEB);
        awaitLooks(1);

        looksWithin(CYCLE, 1);
        looksWithin(CYCLE, 1);
    }

    @Test
    void aWallClockThatIsSetMovesNothing() {
        watch(WEB);
        awaitLooks(1);

        wall.set(wall.get().plus(Duration.ofHours(5)));
        looksWithin(CYCLE, 1);
        wall.set(wall.get().minus(Duration.ofDays(400)));
        looksWithin(CYCLE, 1);
        looksWithin(Duration.ZERO, 0);
    }

    @Test
    void cyclesMissedInASleepOfTheMachineAreNotMadeUpFor() {
        watch(WEB);
        awaitLooks(1);

        looksWithin(Duration.ofHours(9).plus(Duration.ofSeconds(3)), 1);
        looksWithin(Duration.ofSeconds(7), 1);
    }

    @Test
    void looksAtOnceWhenWoken() {
        watch(WEB);
        awaitLooks(1);

        settle();
        watchman.tell(new Message.Woken());

        awaitLooks(2);
    }

    @Test
    void takesANewInterval() {
        watch(WEB.replace("10", "3000"));
        awaitLooks(1);

        settle();
        watchman.tell(new Message.Reloaded(Cast.controlFile(WEB)));
        awaitLooks(2);

        looksWithin(CYCLE, 1);
    }

    @Test
    void anActionIsOnDiskBeforeItBegins() {
        begin();

        assertEquals("START", kept.get().services().getFirst().begun().getFirst().deed().name());
    }

    @Test
    void finishesWhatItDoesAndBeginsNothingNew() throws InterruptedException {
        begin();

        watchman.stop();
        there = true;
        action.countDown();
        assertTrue(stop());

        assertEquals(1, programs.started().size());
        assertEquals(List.of(), kept.get().services().getFirst().begun());
    }

    @Test
    void endsThoughALookHangs() throws InterruptedException {
        var never = new CountDownLatch(1);
        watch(WEB, _ -> {
            never.await();
            return Cast.running();
        });

        assertTrue(stop());
    }

    @Test
    void aStartOfBeforeTheKillIsGivenItsTime() {
        there = false;
        begunBefore(Duration.ofSeconds(1));

        awaitLooks(1);
        looksWithin(CYCLE, 1);
        assertEquals(List.of(), programs.started());

        settle();
        wall.set(wall.get().plus(Duration.ofSeconds(6)));
        pass(CYCLE);
        assertTrue(Cast.happens(() -> !programs.started().isEmpty()));
    }

    @Test
    void butNotHoursWhereTheClockWasSetBack() {
        there = false;
        begunBefore(Duration.ofHours(-3));

        assertTrue(Cast.happens(() -> !programs.started().isEmpty()));
    }

    private void begunBefore(Duration before) {
        var begun = new Remembered.Begun(jmonit.engine.Deed.START, wall.get().minus(before));
        kept.set(new Remembered("boot", List.of(new Remembered.Kept("web", "process", true, Map.of(), jmonit.model.Trace.NONE,
                jmonit.rule.RestartCount.NONE, List.of(begun))), List.of()));
        watch(WEB);
    }

    @Test
    void showsWhatItHasSeen() throws InterruptedException {
        watch(WEB);
        awaitLooks(1);
        settle();

        var snapshot = watchman.show();

        assertEquals(List.of("web"), snapshot.services().stream().map(v -> v.service().name()).toList());
        assertEquals(1, snapshot.services().getFirst().seen().size());
    }

    @Test
    void showsTheSameUntilSomethingHappens() throws InterruptedException {
        watch(WEB);
        awaitLooks(1);
        settle();
        var before = watchman.show();
        wall.set(wall.get().plusSeconds(3));

        var after = watchman.show();

        assertSame(before.services(), after.services());
        assertEquals(before.at().plusSeconds(3), after.at());
    }

    @Test
    void answersWhoAskedWhenItIsDone() {
        watch(WEB);
        awaitLooks(1);
        var ticket = tickets.draw(2).orElseThrow();

        watchman.tell(new Message.Asked(new Request(ticket.first(), Request.Wish.UNMONITOR, List.of("web", "nobody"))));

        assertTrue(Cast.happens(() -> ticket.replies().stream().allMatch(r -> r.isDone())));
        assertEquals(List.of("", "There is no service named \"nobody\""), ticket.replies().stream().map(r -> r.getNow("")).toList());
    }
}
