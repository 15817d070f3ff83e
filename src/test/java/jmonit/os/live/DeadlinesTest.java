package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final long SHORT = 20_000_000;
    private static final long LONG = 3_600_000_000_000L;

    private final Deadlines deadlines = new Deadlines();

    private static final class Waiting implements Deadlines.Wait {

        private final CountDownLatch over = new CountDownLatch(1);
        private final long patience;
        private volatile long due;

        private Waiting(long patience, long due) {
            this.patience = patience;
            this.due = due;
        }

        @Override
        public long due() {
            return due;
        }

        @Override
        public long patience() {
            return patience;
        }

        @Override
        public void expire() {
            over.countDown();
        }

        private boolean ends() throws InterruptedException {
            return over.await(20, TimeUnit.SECONDS);
        }
    }

    @AfterEach
    void close() {
        deadlines.close();
    }

    @Test
    void endAWaitWhoseTimeIsOver() throws InterruptedException {
        var first = new Waiting(SHORT, deadlines.now() + SHORT);
        deadlines.add(first);
        assertTrue(first.ends());

        var second = new Waiting(SHORT, deadlines.now() + SHORT);
        deadlines.add(second);
        assertTrue(second.ends());
    }

    @Test
    void aLateOneDoesNotHideASoonerOne() throws InterruptedException {
        var late = new Waiting(LONG, deadlines.now() + LONG);
        var soon = new Waiting(SHORT, deadlines.now() + SHORT);
        deadlines.add(late);
        deadlines.add(soon);

        assertTrue(soon.ends());
        assertFalse(late.over.getCount() == 0);
    }

    @Test
    void aWaitThatBeginsLaterIsSeenToo() throws InterruptedException {
        var wait = new Waiting(SHORT, deadlines.now() + LONG);
        deadlines.add(wait);
        wait.due = deadlines.now() + SHORT;

        assertTrue(wait.ends());
    }

    @Test
    void whatIsOverInTimeIsNotEnded() throws InterruptedException {
        var removed = new Waiting(SHORT, deadlines.now() + SHORT);
        var other = new Waiting(SHORT, deadlines.now() + 3 * SHORT);
        deadlines.add(removed);
        deadlines.remove(removed);
        deadlines.add(other);

        assertTrue(other.ends());
        assertFalse(removed.over.getCount() == 0);
    }
}
