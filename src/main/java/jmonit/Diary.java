package jmonit;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.daemon.Desk;
import jmonit.history.History;
import jmonit.os.Ticker;

/** Writes the history down for as long as the daemon runs. On a thread of its own, which a disk that hangs may hold for ever. */
final class Diary implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Diary.class);
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final History history;
    private final Thread thread;

    private Diary(History history, Thread thread) {
        this.history = history;
        this.thread = thread;
    }

    static Diary begin(History history, Ticker ticker, Desk desk) {
        return new Diary(history, Thread.ofPlatform().daemon().name("jmonit-history").start(() -> keep(history, ticker, desk)));
    }

    private static void keep(History history, Ticker ticker, Desk desk) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                ticker.pause(STEP);
                step(history, desk);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A gap, where the engine is busy for long or cannot be shown: what comes after it is kept all the same. */
    private static void step(History history, Desk desk) throws InterruptedException {
        try {
            history.record(desk.show());
        } catch (RuntimeException e) {
            LOG.warn("A step of the history is left out -- {}", e.getMessage());
        }
    }

    /** What was measured since the last step is written, unless the disk hangs. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            if (thread.join(PATIENCE)) {
                history.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
