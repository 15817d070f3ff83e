package jmonit;

import java.time.Duration;
import java.util.function.LongSupplier;

import jmonit.os.Ticker;

/**
 * Has garbage collected before the heap grows around it. Its small collections keep what is under way in that moment, and the large one
 * comes by itself only when the heap is full, at a size that is meant for control files of megabytes.
 */
final class Thrift implements AutoCloseable {

    private static final Duration STEP = Duration.ofSeconds(5);
    /** Less is not worth the tens of milliseconds that a collection takes. */
    private static final long WORTH = 8 << 20;
    /** Longer than most servers take to answer. */
    private static final Duration CALM = Duration.ofSeconds(2);
    private static final int TURNS = 3;

    private final LongSupplier heap;
    private final Runnable collection;
    private final Thread thread;
    /** After the last collection, or less. Only the thread touches it. */
    private long least = Long.MAX_VALUE;

    private Thrift(LongSupplier heap, Runnable collection, Ticker ticker) {
        this.heap = heap;
        this.collection = collection;
        this.thread = Thread.ofVirtual().name("jmonit-thrift").unstarted(() -> keep(ticker));
    }

    /** {@code heap} is how large it is, garbage and room included. */
    static Thrift begin(LongSupplier heap, Runnable collection, Ticker ticker) {
        var thrift = new Thrift(heap, collection, ticker);
        thrift.thread.start();
        return thrift;
    }

    private void keep(Ticker ticker) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                ticker.pause(STEP);
                look(ticker);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Ticker ticker) throws InterruptedException {
        least = Math.min(least, heap.getAsLong());
        if (grown()) {
            awaitLull(ticker);
        }
        if (grown()) {
            collection.run();
            least = heap.getAsLong();
        }
    }

    private boolean grown() {
        return heap.getAsLong() - least > Math.max(WORTH, least / 2);
    }

    /** While it grows, a cycle is under way: that would stand still, and what it holds be kept. A daemon that never rests is not waited for. */
    private void awaitLull(Ticker ticker) throws InterruptedException {
        boolean growing = true;
        for (int turn = 0; growing && turn < TURNS; turn++) {
            long before = heap.getAsLong();
            ticker.pause(CALM);
            growing = heap.getAsLong() > before;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
