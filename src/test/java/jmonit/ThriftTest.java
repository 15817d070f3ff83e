package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import jmonit.os.Ticker;

class ThriftTest {

    private static final long MIB = 1 << 20;

    private final List<Integer> collections = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private int step;
    private long heap;

    /** After how many steps it was collected, where the heap is so large after each, and shrinks to 10 MiB with each collection. */
    private List<Integer> collected(long... sizes) throws InterruptedException {
        Iterator<Long> next = Arrays.stream(sizes).iterator();
        var clock = new Ticker() {

            @Override
            public Duration elapsed() {
                return Duration.ZERO;
            }

            @Override
            public void pause(Duration time) throws InterruptedException {
                if (!next.hasNext()) {
                    over.countDown();
                    throw new InterruptedException();
                }
                step++;
                heap = next.next() * MIB;
            }
        };
        try (var _ = Thrift.begin(() -> heap, () -> {
            collections.add(step);
            heap = 10 * MIB;
        }, clock)) {
            over.await(30, TimeUnit.SECONDS);
        }
        return collections;
    }

    @Test
    void leavesAloneWhatDoesNotGrow() throws InterruptedException {
        assertEquals(List.of(), collected(200, 190, 200, 210));
    }

    @Test
    void collectsWhatHasGrownByHalf() throws InterruptedException {
        assertEquals(List.of(4, 7), collected(40, 59, 61, 61, 17, 19, 19));
    }

    @Test
    void comparesWithTheLeastThereWas() throws InterruptedException {
        assertEquals(List.of(4), collected(60, 30, 46, 46));
    }

    @Test
    void waitsForTheEndOfWhatMakesItGrow() throws InterruptedException {
        assertEquals(List.of(4), collected(40, 70, 80, 80));
    }

    @Test
    void waitsForNoEndThatNeverComes() throws InterruptedException {
        assertEquals(List.of(5), collected(40, 70, 80, 90, 100));
    }

    @Test
    void leavesAloneWhatShrankMeanwhile() throws InterruptedException {
        assertEquals(List.of(), collected(40, 70, 35, 36));
    }
}
