package jmonit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.daemon.FaultyDesk;
import jmonit.history.History;
import jmonit.history.Labels;
import jmonit.model.Readings;
import jmonit.model.Rule;
import jmonit.os.Ticker;
import jmonit.os.live.LiveArchives;

class DiaryTest {

    private static final Labels LABELS = new Labels() {

        @Override
        public String of(Readings.Key key) {
            return key.metric();
        }

        @Override
        public String of(Rule test) {
            return "";
        }
    };

    @TempDir
    private Path folder;
    private final CountDownLatch over = new CountDownLatch(1);

    /** As fast as anybody can read, and no longer than the test. */
    private final Ticker ticker = new Ticker() {

        @Override
        public Duration elapsed() {
            return Duration.ZERO;
        }

        @Override
        public void pause(Duration time) throws InterruptedException {
            over.await(1, TimeUnit.MILLISECONDS);
        }
    };

    @Test
    void goesOnWhereTheEngineDidNotAnswerInTime() throws InterruptedException {
        var asked = new CountDownLatch(3);
        var history = new History(new LiveArchives(), folder.resolve("history").toString(), LABELS);

        try (var _ = new Lines(); var _ = Diary.begin(history, ticker, new FaultyDesk(asked::countDown))) {
            assertTrue(asked.await(10, TimeUnit.SECONDS));
        }
    }
}
