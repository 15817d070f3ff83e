package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final int THREADS = 16;

    private final CountDownLatch server = new CountDownLatch(1);
    private final Patience patience = new Patience(Duration.ofMillis(50));

    @AfterEach
    void leave() {
        server.countDown();
        patience.close();
    }

    @Test
    void passesAnswersAndFailuresOn() throws IOException {
        assertEquals("yes", patience.ask("/data", () -> "yes"));
        assertEquals("Stale file handle", assertThrows(IOException.class, () -> patience.ask("/data", () -> {
            throw new IOException("Stale file handle");
        })).getMessage());
    }

    @Test
    void doesNotWaitForEver() {
        assertEquals("/nfs has not answered for 0 seconds", failure("/nfs"));
    }

    @Test
    void spendsOneThreadOnAPathThatHangs() throws IOException {
        failure("/nfs");

        assertEquals("/nfs still does not answer", failure("/nfs"));
        assertEquals("yes", patience.ask("/data", () -> "yes"));
    }

    @Test
    void spendsFewThreadsOnAll() {
        for (var path = 0; path < THREADS; path++) {
            failure("/nfs" + path);
        }

        assertEquals("/data is not asked while 16 other filesystems do not answer",
                assertThrows(IOException.class, () -> patience.ask("/data", () -> "yes")).getMessage());
    }

    @Test
    void asksAgainOnceTheServerIsBack() throws Exception {
        var done = new CountDownLatch(1);
        assertThrows(IOException.class, () -> patience.ask("/nfs", () -> {
            awaitUninterruptibly();
            done.countDown();
            return "late";
        }));
        server.countDown();
        done.await();

        assertEquals("yes", eventually());
    }

    /** The thread that was late may need a moment to end. */
    private String eventually() throws IOException {
        for (var attempt = 0; attempt < 100_000; attempt++) {
            try {
                return patience.ask("/nfs", () -> "yes");
            } catch (IOException _) {
                Thread.onSpinWait();
            }
        }
        return "never";
    }

    private String failure(String path) {
        return assertThrows(IOException.class, () -> patience.ask(path, this::awaitUninterruptibly)).getMessage();
    }

    private String awaitUninterruptibly() {
        while (true) {
            try {
                server.await();
                return "late";
            } catch (InterruptedException _) {
                // As a system call that hangs, it does not care.
            }
        }
    }
}
