package jmonit.protocol;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Where large pages go through, a few at a time, so that a thousand servers that send endless ones at once do not take all memory. Small ones
 * go past it. Shared by all tests.
 */
final class Lane {

    /** What everybody may read before entering. */
    static final int SMALL = 1 << 15;

    private static final int MEBIBYTE = 1 << 20;
    private static final int PLACES = 16;

    private final Semaphore places = new Semaphore(PLACES, true);

    /** Of one test, whose pages have at most {@code limit} bytes. Used by one thread. */
    Pass pass(int limit, Duration patience) {
        return new Pass(Math.clamp((limit + (long) MEBIBYTE - 1) / MEBIBYTE, 1, PLACES), patience);
    }

    final class Pass implements AutoCloseable {

        private final int width;
        private final Duration patience;
        private boolean inside;

        private Pass(int width, Duration patience) {
            this.width = width;
            this.patience = patience;
        }

        /** Waits until there is room; nothing happens to who is inside already. */
        void enter() throws IOException {
            if (!inside) {
                inside = entered();
                if (!inside) {
                    throw new IOException("HTTP error: too many large pages are read at once");
                }
            }
        }

        private boolean entered() throws IOException {
            try {
                return places.tryAcquire(width, patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }

        @Override
        public void close() {
            if (inside) {
                inside = false;
                places.release(width);
            }
        }
    }
}
