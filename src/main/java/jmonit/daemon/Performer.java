package jmonit.daemon;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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

import jmonit.catalog.Sampler;
import jmonit.engine.Deed;
import jmonit.engine.Message;
import jmonit.engine.Outcome;
import jmonit.engine.Step;
import jmonit.model.Limits;
import jmonit.os.Launch;
import jmonit.os.Running;

/** Carries out what the engine has decided, each step on a virtual thread of its own. */
final class Performer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Performer.class);
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
            inbox.accept(new Message.Done(step, outcome(new Execution(means, samplers.get(Execution.PROCESS), step, limits))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            busy.addAndGet(step.deed() == Deed.EXEC ? 0 : -1);
        }
    }

    private Outcome outcome(Execution execution) throws InterruptedException {
        Step step = execution.step();
        try {
            return switch (step.deed()) {
                case START -> execution.upBefore() ? Outcome.SUCCEEDED : run(execution);
                case STOP -> execution.upBefore() || !execution.process() ? run(execution) : Outcome.SUCCEEDED;
                case RESTART, EXEC -> run(execution);
            };
        } catch (RuntimeException | Error e) {
            LOG.error("'{}' {} failed because of a fault in jmonit", step.service().name(), step.deed().word(), e);
            return new Outcome.Failed("failed to " + step.deed().word() + " -- a fault in jmonit");
        }
    }

    private Outcome run(Execution execution) throws InterruptedException {
        Step step = execution.step();
        if (step.deed() == Deed.EXEC) {
            return execution.let(started(execution));
        }
        // The engine tells of an exec action itself, right after its reason.
        LOG.info("'" + step.service().name() + "' " + step.deed().word() + ": '" + execution.words() + "'");
        return execution.follow(started(execution), busy.get());
    }

    private Running started(Execution execution) {
        Step step = execution.step();
        var occasion = new ActionEnvironment.Occasion(step.event(), step.because(), means.clock().instant());
        try {
            return means.programs().start(new Launch(step.command().words(), step.command().runAs(),
                    environment.of(step.service(), occasion, step.readings()), (int) execution.limits().size("programOutput")));
        } finally {
            if (step.deed() == Deed.EXEC) {
                unstarted.arriveAndDeregister();
            }
        }
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
