package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.os.live.LiveKeeper;

class WatermarkTest {

    @TempDir
    private Path folder;

    private Watermark watermark() {
        return new Watermark(new LiveKeeper(), folder.resolve("state.told").toString());
    }

    /** What anybody reads meanwhile is what a kill would leave. */
    @Test
    void isThereAtAnyMomentOnceItWas() throws InterruptedException {
        Watermark mark = watermark();
        mark.rise(Happenings.event(0, "a"));
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int i = 1; i <= 3000; i++) {
                mark.rise(Happenings.event(i, "a"));
            }
        });

        while (writer.isAlive()) {
            long last = watermark().last().orElse(0);
            assertTrue(last >= Happenings.MOMENT && last < Happenings.MOMENT + 10_000, () -> "the mark is " + last);
        }

        writer.join();
        assertEquals(OptionalLong.of(Happenings.MOMENT + 3000), watermark().last());
    }
}
