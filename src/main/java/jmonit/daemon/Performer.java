package jmonit.daemon;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.catalog.Look;
import jmonit.catalog.Sampler;
import jmonit.engine.Deed;
import jmonit.engine.Message;
import jmonit.engine.Outcome;
import jmonit.engine.Step;
import jmonit.model.Limits;
import jmonit.model.Presence;
import jmonit.model.Sample;
import jmonit.model.Unit;
import jmonit.os.Ended;
import jmonit.os.Launch;
import jmonit.os.Running;

/** Carries out what the engine has decided, each step on a virtual thread of its own. */
final class Performer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Performer.class);
    private static final String PROCESS = "process";
    /** As the operating system says it. */
    private static final String NOT_THERE = "No such file or directory";
    /** Most programs end before; then it is worth asking often for a while. */
    private static final Duration PATIENCE = Duration.ofMillis(50);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(2);
    /** In milliseconds, on a small machine that has to start many. */
    private static final int START_TAKES = 4;
    private static final int FEW = 8;
    private static final Duration LONGEST_COURTESY = Duration.ofSeconds(1);
    private static final Duration LAST_PAUSE = Duration.ofMillis(100);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Means means;
    private final Map<String, Sampler> samplers;
    private final ActionEnvironment environment;
    private final Consumer<Message> inbox;
    /** Programs of exec actions that are not started yet; nobody else waits for them. */
    private final Phaser unstarted = new Phaser(1);
    /** How many starts and stops are under way. An exec action may take for ever. */
    private final AtomicInteger busy = new AtomicInteger();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("jmonit-act").factory());

    Performer(Means means, Map<String, Sampler> samplers, ActionEnvironment environment, Consumer<Message> inbox) {
        this.means = means;
        this.samplers = samplers;
        this.environment = environment;
        this.inbox = inbox;
    }

    /** Begins once {@code saved} says what is begun; one waits for that, and not each of a hundred. */
    void perform(List<Step> steps, Limits limits, Saver.Receipt saved) {
        steps.forEach(this::register);
        threads.execute(() -> {
            try {
                saved.await();
                steps.forEach(step -> threads.execute(() -> perform(step, limits)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RejectedExecutionException e) {
                LOG.debug("At the end nothing is begun any more");
            }
        });
    }

    private void register(Step step) {
        if (step.deed() == Deed.EXEC) {
            unstarted.register();
        } else {
            busy.incrementAndGet();
        }
    }

    private void perform(Step step, Limits limits) {
        try {
            inbox.accept(new Message.Done(step, outcome(step, limits)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            busy.addAndGet(step.deed() == Deed.EXEC ? 0 : -1);
        }
    }

    private Outcome outcome(Step step, Limits limits) throws InterruptedException {
        try {
            return switch (step.deed()) {
                case START -> upBefore(step, limits) ? Outcome.SUCCEEDED : run(step, limits);
                case STOP -> upBefore(step, limits) || !process(step) ? run(step, limits) : Outcome.SUCCEEDED;
                case RESTART, EXEC -> run(step, limits);
            };
        } catch (RuntimeException | Error e) {
            LOG.error("'{}' {} failed because of a fault in jmonit", step.service().name(), step.deed().word(), e);
            return new Outcome.Failed("failed to " + step.deed().word() + " -- a fault in jmonit");
        }
    }

    private Outcome run(Step step, Limits limits) throws InterruptedException {
        String words = String.join(" ", step.command().words());
        if (step.deed() != Deed.EXEC) {
            // The engine has told of an execution already, right after its reason.
            LOG.info("'" + step.service().name() + "' " + step.deed().word() + ": '" + words + "'");
        }
        Running running = started(step, limits);
        return step.deed() == Deed.EXEC ? let(step, running) : follow(step, limits, running, words);
    }

    private Running started(Step step, Limits limits) {
        var occasion = new ActionEnvironment.Occasion(step.event(), step.because(), means.clock().instant());
        try {
            return means.programs().start(new Launch(step.command().words(), step.command().runAs(),
                    environment.of(step.service(), occasion, step.readings()), (int) limits.size("programOutput")));
        } finally {
            if (step.deed() == Deed.EXEC) {
                unstarted.arriveAndDeregister();
            }
        }
    }

    /** Nothing waits for the program of an exec action, but it may be given a time to end. */
    private Outcome let(Step step, Running running) throws InterruptedException {
        Duration timeout = step.command().timeout();
        Optional<Ended> ended = running.await(timeout.isZero() ? Duration.ofDays(1) : timeout);
        if (ended.isEmpty() && !timeout.isZero()) {
            running.kill(GRACE);
            return new Outcome.Failed("failed to exec -- '" + step.command().program() + "' did not end within " + timeout.toSeconds() + " s and was killed");
        }
        return ended.isPresent() && ended.get().how() instanceof Ended.Refused(String because)
                ? new Outcome.Failed("Error: Could not execute " + step.command().program() + " -- " + because) : succeeded(ended);
    }

    private static Outcome succeeded(Optional<Ended> ended) {
        return new Outcome.Succeeded(ended.map(e -> e.how().words()).orElse(""));
    }

    private Outcome follow(Step step, Limits limits, Running running, String words) throws InterruptedException {
        Duration deadline = means.ticker().elapsed().plus(step.command().timeout());
        letOthersStart();
        Optional<Ended> ended = running.await(PATIENCE);
        Duration pause = FIRST_PAUSE;
        while (true) {
            boolean refused = ended.filter(e -> e.how() instanceof Ended.Refused).isPresent();
            if (!refused && reached(step, limits, running, ended.isPresent())) {
                return succeeded(ended);
            }
            if (refused || means.ticker().elapsed().compareTo(deadline) >= 0) {
                return ended.isPresent() ? failed(step, ended.get(), words) : overdue(step, limits, running, words);
            }
            if (ended.isPresent()) {
                means.ticker().pause(pause);
                pause = shorter(pause.plus(pause), LAST_PAUSE);
            } else {
                ended = running.await(LAST_PAUSE);
            }
        }
    }

    /** To ask whether it is up takes the time that others need to be started: where there are many, all of them come first. */
    private void letOthersStart() throws InterruptedException {
        int others = busy.get();
        if (others > FEW) {
            means.ticker().pause(shorter(Duration.ofMillis((long) START_TAKES * others), LONGEST_COURTESY));
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /**
     * A process has to be there, or gone; of anything else only the program can tell, by its end. What starts a process is waited for as well:
     * its last words may be those that make the process ready for others, and what stops one may still be busy with the pidfile. Only
     * where the program is the process itself it never ends.
     */
    private boolean reached(Step step, Limits limits, Running running, boolean ended) throws InterruptedException {
        if (!process(step)) {
            return ended;
        }
        Sample sample = look(step, limits);
        return switch (step.deed()) {
            case STOP -> !up(sample) && ended;
            case START -> up(sample) && (ended || sample.readings().amount("pid", Unit.COUNT).filter(pid -> pid == running.pid()).isPresent());
            case RESTART, EXEC -> up(sample) && ended;
        };
    }

    /** Somebody else may have started it meanwhile; but not in the moment since it was seen to be gone. */
    private boolean upBefore(Step step, Limits limits) throws InterruptedException {
        return !step.gone() && up(step, limits);
    }

    private boolean up(Step step, Limits limits) throws InterruptedException {
        return process(step) && up(look(step, limits));
    }

    private static boolean up(Sample sample) {
        return sample.presence() instanceof Presence.Here;
    }

    private static boolean process(Step step) {
        return step.service().type().equals(PROCESS);
    }

    /** The process that was known before counts as long as it lives: a pidfile that is removed ends nothing. */
    private Sample look(Step step, Limits limits) throws InterruptedException {
        return samplers.get(PROCESS).glance(new Look(step.service().bare(), limits, step.trace(), means.clock().instant()));
    }

    /** A program that has had its time may do nothing more; but what is to be stopped may be gone. */
    private Outcome overdue(Step step, Limits limits, Running running, String words) throws InterruptedException {
        String text = running.kill(GRACE).map(e -> e.errors().isEmpty() ? e.output() : e.errors()).orElse("");
        if (process(step) && step.deed() == Deed.STOP && !up(step, limits)) {
            return Outcome.SUCCEEDED;
        }
        return new Outcome.Failed("failed to " + step.deed().word() + " (exit status -1) -- " + (text.isEmpty()
                ? "Program '" + words + "' timed out after " + step.command().timeout().toSeconds() + " s"
                : "'" + words + "': Program timed out -- " + text));
    }

    private static Outcome failed(Step step, Ended ended, String words) {
        return new Outcome.Failed("failed to " + step.deed().word() + " (exit status " + ended.status() + ") -- " + said(step, ended, words),
                ended.how().words());
    }

    private static String said(Step step, Ended ended, String words) {
        if (ended.how() instanceof Ended.Refused(String because)) {
            String program = step.command().program();
            return "Program " + program + " failed: " + (because.equals(NOT_THERE) ? "File '" + program + "' does not exist" : because);
        }
        String text = ended.errors().isEmpty() ? ended.output() : ended.errors();
        return text.isEmpty() ? "no output" : "'" + words + "': " + text;
    }

    @Override
    public void close() {
        awaitStarts();
        threads.shutdownNow();
    }

    /** What a rule wanted in the last moment, or in the only pass there is, is started all the same. */
    private void awaitStarts() {
        try {
            unstarted.awaitAdvanceInterruptibly(unstarted.arriveAndDeregister(), GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            LOG.error("A program of an exec action could not be started before the end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
