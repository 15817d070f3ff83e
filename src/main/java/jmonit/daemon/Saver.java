package jmonit.daemon;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.engine.Memory;
import jmonit.engine.Remembered;

/** Saves the newest state on a thread of its own; of several that wait, only the last. */
final class Saver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Saver.class);
    private static final int SECONDS_TO_CLOSE = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration IMPATIENCE = Duration.ofMillis(50);

    private final Memory memory;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("jmonit-state").daemon().factory());
    private final AtomicReference<Remembered> newest = new AtomicReference<>(Remembered.NOTHING);
    private final AtomicBoolean stuck = new AtomicBoolean();
    /** What went wrong last, so that a full disk is told once. Only the thread of the saver touches it. */
    private String trouble = "";

    Saver(Memory memory) {
        this.memory = memory;
    }

    /** Says when what was given is saved, or could not be. */
    interface Receipt {

        /** Waits for it, but not for a disk that does not answer. */
        void await() throws InterruptedException;
    }

    Receipt save(Remembered remembered) {
        if (newest.getAndSet(remembered) == Remembered.NOTHING) {
            thread.execute(this::flush);
        }
        Future<?> done = thread.submit(() -> { });
        return () -> await(done);
    }

    private void await(Future<?> done) throws InterruptedException {
        try {
            // Where one has waited in vain, those after him wait no longer than it takes until there is something to save again.
            done.get((stuck.get() ? IMPATIENCE : PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            if (stuck.compareAndSet(false, true)) {
                LOG.error("The state is not saved -- the disk does not answer; actions and alerts go on without");
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing that could fail", e);
        }
    }

    private void flush() {
        Remembered remembered = newest.getAndSet(Remembered.NOTHING);
        try {
            memory.save(remembered);
            if (stuck.getAndSet(false) || !trouble.isEmpty()) {
                LOG.info("The state is saved again");
            }
            trouble = "";
        } catch (IOException e) {
            if (!trouble.equals(e.getMessage())) {
                LOG.error("The state is not saved -- {}", e.getMessage());
            }
            trouble = e.getMessage();
        } catch (RuntimeException | Error e) {
            LOG.error("The state is not saved because of a fault in jmonit", e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
                LOG.error("The state is not saved -- the disk does not answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
