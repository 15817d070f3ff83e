package jmonit.daemon;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.engine.Effect;

/**
 * Tells of events once they are on disk: who is killed before that sees them again after the next start, and what had been told already would
 * be told by a second message that nobody can tell from news.
 */
final class Teller implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("jmonit");
    private static final int SECONDS_TO_CLOSE = 5;

    private final Crier crier;
    /** Only the thread of the engine touches it. */
    private final List<Effect.Announce> news = new ArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("jmonit-tell").factory());

    Teller(Crier crier) {
        this.crier = crier;
    }

    void hear(Effect.Announce event) {
        news.add(event);
    }

    boolean waits() {
        return !news.isEmpty();
    }

    /** All that was heard so far is in what {@code saved} is about. */
    void tell(Saver.Receipt saved) {
        if (waits()) {
            List<Effect.Announce> told = List.copyOf(news);
            news.clear();
            thread.execute(() -> tell(told, saved));
        }
    }

    /** A failure that was told before lasts. */
    void remind(Effect.Still still) {
        thread.execute(() -> guarded(() -> crier.remind(still.event(), still.cycle(), still.context())));
    }

    private void tell(List<Effect.Announce> told, Saver.Receipt saved) {
        try {
            saved.await();
        } catch (InterruptedException e) {
            // At the end, when a disk does not answer: told without.
            Thread.currentThread().interrupt();
        }
        told.forEach(a -> guarded(() -> crier.tell(a.event(), a.context())));
    }

    /** A mistake of ours about one event must not take the others along. */
    private static void guarded(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            LOG.error("A fault in jmonit: an alert may be lost", e);
        }
    }

    /** When all is told. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
