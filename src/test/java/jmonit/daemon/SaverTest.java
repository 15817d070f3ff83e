package jmonit.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jmonit.Lines;
import jmonit.engine.Memory;
import jmonit.engine.Remembered;

class SaverTest {

    private final Lines lines = new Lines();
    private final List<String> saved = new CopyOnWriteArrayList<>();
    private volatile String trouble = "";
    private volatile CountDownLatch disk = new CountDownLatch(0);
    private final Saver saver = new Saver(new Memory() {

        @Override
        public Remembered load() {
            return Remembered.NOTHING;
        }

        @Override
        public void prepare() {
            // There are no files.
        }

        @Override
        public void save(Remembered remembered) throws IOException {
            try {
                disk.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            if (trouble.equals("fault")) {
                throw new IllegalStateException(trouble);
            }
            if (!trouble.isEmpty()) {
                throw new IOException(trouble);
            }
            saved.add(remembered.boot());
        }
    });

    @AfterEach
    void end() {
        disk.countDown();
        saver.close();
        lines.close();
    }

    private Saver.Receipt save(String name) {
        return saver.save(new Remembered(name, List.of(), List.of()));
    }

    @Test
    void tellsWhenItIsSaved() throws InterruptedException {
        save("one").await();

        assertEquals(List.of("one"), saved);
    }

    @Test
    void savesOnlyTheNewestOfWhatWaits() throws InterruptedException {
        disk = new CountDownLatch(1);
        save("one");
        save("two");
        Saver.Receipt third = save("three");

        disk.countDown();
        third.await();

        assertEquals("three", saved.getLast());
        assertTrue(saved.size() <= 2, saved.toString());
    }

    @Test
    void tellsOnceThatItCannotAndOnceThatItCanAgain() throws InterruptedException {
        trouble = "cannot write /s: no space left on device";
        save("one").await();
        save("two").await();
        trouble = "";
        save("three").await();
        save("four").await();

        assertEquals(List.of("three", "four"), saved);
        assertEquals(List.of("ERROR The state is not saved -- cannot write /s: no space left on device", "INFO The state is saved again"),
                lines.said());
    }

    @Test
    void holdsNobodyBackWhileTheDiskHangs() throws InterruptedException {
        disk = new CountDownLatch(1);

        save("one").await();
        save("two").await();
        assertEquals(List.of("ERROR The state is not saved -- the disk does not answer; actions and alerts go on without"), lines.said());

        disk.countDown();
        save("three");
        assertTrue(Cast.happens(() -> saved.contains("three")));
        assertTrue(Cast.happens(() -> lines.said().getLast().equals("INFO The state is saved again")));
    }

    @Test
    void outlivesAMistakeOfOurs() throws InterruptedException {
        trouble = "fault";
        save("one").await();
        trouble = "";
        save("two").await();

        assertEquals(List.of("two"), saved);
        assertEquals(List.of("ERROR The state is not saved because of a fault in jmonit"), lines.said());
    }
}
