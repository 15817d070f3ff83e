package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LiveErrandsTest {

    private final LiveErrands errands = new LiveErrands("test", 1, Duration.ofMillis(20));
    private final CountDownLatch answer = new CountDownLatch(1);

    @AfterEach
    void close() {
        answer.countDown();
        errands.close();
    }

    @Test
    void runsOnAPlatformThread() throws IOException, InterruptedException {
        assertFalse(errands.run("x", () -> Thread.currentThread().isVirtual()));
    }

    @Test
    void passesOnWhatWentWrong() {
        var wrong = assertThrows(IllegalStateException.class, () -> errands.run("x", () -> {
            throw new IllegalStateException("wrong");
        }));

        assertEquals("wrong", wrong.getMessage());
    }

    @Test
    void goesOnWithoutTheThreadThatHangs() throws IOException, InterruptedException {
        hangIn("lost");

        assertEquals("fine", errands.run("other", () -> "fine"));
        assertEquals("an earlier look has not come back, its disk does not answer",
                assertThrows(IOException.class, () -> errands.run("lost", () -> "never")).getMessage());
    }

    @Test
    void asksAgainWhatHasComeBack() throws IOException, InterruptedException {
        hangIn("lost");
        assertEquals(1, errands.leftBehind());

        answer.countDown();
        while (errands.leftBehind() > 0) {
            Thread.onSpinWait();
        }

        assertEquals("back", errands.run("other", () -> "back"));
    }

    @Test
    void runsOnAPlatformThreadWhatNobodyWaitsFor() throws InterruptedException {
        var seen = new LinkedBlockingQueue<Boolean>();

        assertTrue(errands.begin("x", () -> seen.add(Thread.currentThread().isVirtual())));

        assertEquals(false, seen.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void leavesBehindWhatHangsWhileOthersWait() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var others = new CountDownLatch(2);
        errands.begin("lost", () -> hang(begun));
        assertTrue(begun.await(10, TimeUnit.SECONDS));

        assertFalse(errands.begin("lost", others::countDown));
        assertTrue(errands.begin("one", others::countDown));
        assertTrue(errands.begin("two", others::countDown));

        assertTrue(others.await(10, TimeUnit.SECONDS));
        assertEquals(1, errands.leftBehind());
    }

    /** An errand that no interrupt ends, as the kernel may hold one, and that its asker gives up. */
    private void hangIn(String matter) throws InterruptedException {
        var begun = new CountDownLatch(1);
        var asker = Thread.ofVirtual().start(() -> assertThrows(InterruptedException.class, () -> errands.run(matter, () -> hang(begun))));
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        asker.interrupt();
        assertTrue(asker.join(Duration.ofSeconds(10)));
    }

    private String hang(CountDownLatch begun) {
        begun.countDown();
        while (answer.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
        return "late";
    }
}
