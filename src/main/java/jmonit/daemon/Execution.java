package jmonit.daemon;

import java.time.Duration;
import java.util.Optional;

import jmonit.catalog.Look;
import jmonit.catalog.Sampler;
import jmonit.engine.Deed;
import jmonit.engine.Outcome;
import jmonit.engine.Step;
import jmonit.model.Limits;
import jmonit.model.Presence;
import jmonit.model.Sample;
import jmonit.model.Unit;
import jmonit.os.Ended;
import jmonit.os.Running;

/** A step that is carried out: whether it is still needed, and what has come of its program. */
record Execution(Means means, Sampler processes, Step step, Limits limits) {

    static final String PROCESS = "process";
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

    /** The program with its arguments. */
    String words() {
        return String.join(" ", step.command().words());
    }

    /** Nothing waits for the program of an exec action, but it may be given a time to end. */
    Outcome let(Running running) throws InterruptedException {
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

    Outcome follow(Running running, int others) throws InterruptedException {
        Duration deadline = means.ticker().elapsed().plus(step.command().timeout());
        letOthersStart(others);
        Optional<Ended> ended = running.await(PATIENCE);
        Duration pause = FIRST_PAUSE;
        while (true) {
            boolean refused = ended.filter(e -> e.how() instanceof Ended.Refused).isPresent();
            if (!refused && reached(running, ended.isPresent())) {
                return succeeded(ended);
            }
            if (refused || means.ticker().elapsed().compareTo(deadline) >= 0) {
                return ended.isPresent() ? failed(ended.get()) : overdue(running);
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
    private void letOthersStart(int others) throws InterruptedException {
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
    private boolean reached(Running running, boolean ended) throws InterruptedException {
        if (!process()) {
            return ended;
        }
        Sample sample = look();
        return switch (step.deed()) {
            case STOP -> !up(sample) && ended;
            case START -> up(sample) && (ended || sample.readings().amount("pid", Unit.COUNT).filter(pid -> pid == running.pid()).isPresent());
            case RESTART, EXEC -> up(sample) && ended;
        };
    }

    /** Somebody else may have started it meanwhile; but not in the moment since it was seen to be gone. */
    boolean upBefore() throws InterruptedException {
        return !step.gone() && up();
    }

    private boolean up() throws InterruptedException {
        return process() && up(look());
    }

    private static boolean up(Sample sample) {
        return sample.presence() instanceof Presence.Here;
    }

    boolean process() {
        return step.service().type().equals(PROCESS);
    }

    /** The process that was known before counts as long as it lives: a pidfile that is removed ends nothing. */
    private Sample look() throws InterruptedException {
        return processes.glance(new Look(step.service().bare(), limits, step.trace(), means.clock().instant()));
    }

    /** A program that has had its time may do nothing more; but what is to be stopped may be gone. */
    private Outcome overdue(Running running) throws InterruptedException {
        String text = running.kill(GRACE).map(e -> e.errors().isEmpty() ? e.output() : e.errors()).orElse("");
        if (process() && step.deed() == Deed.STOP && !up()) {
            return Outcome.SUCCEEDED;
        }
        return new Outcome.Failed("failed to " + step.deed().word() + " (exit status -1) -- " + (text.isEmpty()
                ? "Program '" + words() + "' timed out after " + step.command().timeout().toSeconds() + " s"
                : "'" + words() + "': Program timed out -- " + text));
    }

    private Outcome failed(Ended ended) {
        return new Outcome.Failed("failed to " + step.deed().word() + " (exit status " + ended.status() + ") -- " + said(ended),
                ended.how().words());
    }

    private String said(Ended ended) {
        if (ended.how() instanceof Ended.Refused(String because)) {
            String program = step.command().program();
            return "Program " + program + " failed: " + (because.equals(NOT_THERE) ? "File '" + program + "' does not exist" : because);
        }
        String text = ended.errors().isEmpty() ? ended.output() : ended.errors();
        return text.isEmpty() ? "no output" : "'" + words() + "': " + text;
    }
}
