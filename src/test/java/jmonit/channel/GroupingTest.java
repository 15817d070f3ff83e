package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import jmonit.os.FakeDialer;
import jmonit.os.FakeFiles;
import jmonit.os.FakeKeeper;
import jmonit.os.FakePrograms;
import jmonit.os.FakeSpool;
import jmonit.os.Ticker;
import jmonit.os.live.LiveSockets;
import jmonit.os.live.LiveTicker;

/** When the wait for others is over. */
class GroupingTest {

    private final BlockingQueue<Wait> waits = new LinkedBlockingQueue<>();

    /** Of whoever waits, until a test ends it. */
    private record Wait(Thread thread, CountDownLatch end) {

        void over() throws InterruptedException {
            end.countDown();
            thread.join(Duration.ofSeconds(10));
        }
    }

    private final class Patient implements Ticker {

        private final Ticker live = new LiveTicker();

        @Override
        public Duration elapsed() {
            return live.elapsed();
        }

        @Override
        public void pause(Duration time) throws InterruptedException {
            var wait = new Wait(Thread.currentThread(), new CountDownLatch(1));
            waits.add(wait);
            wait.end().await(60, TimeUnit.SECONDS);
        }
    }

    private Wait wait(String which) throws InterruptedException {
        Wait wait = waits.poll(10, TimeUnit.SECONDS);
        assertTrue(wait != null, which);
        return wait;
    }

    private static void serve(Alerts alerts, int port) {
        alerts.serve(new Alerts.Occasion(Happenings.controlFile("set mailserver 127.0.0.1 port " + port
                + "\nset mail-format { from: m@x }\nset alert a@x\nset alert grouping 1 minute\n"), "plum", _ -> _ -> new byte[0], List.of(), List.of()));
    }

    @Test
    void theWaitOfAnEarlierGroupEndsNoLaterOne() throws Exception {
        var sockets = new LiveSockets();
        var machine = new Alerts.Machine(sockets, new FakeDialer(), new Alerts.Disk(_ -> new FakeSpool(), new FakeKeeper(), "/told"), new Patient(),
                InstantSource.system(), () -> 0.5, new Alerts.Tools(new FakePrograms(_ -> { }), new FakeFiles(), Map.of(), 1));
        var alerts = new Alerts(machine, new Alerts.Sender("Monit 5.33.0", ZoneOffset.UTC, false));
        try (var peer = new MailPeer().start()) {
            try {
                disturb(alerts, peer.port());
            } finally {
                alerts.close();
                sockets.close();
            }

            assertEquals(List.of(true, false), peer.mails.stream().map(m -> m.contains("f1")).toList());
            assertTrue(peer.mails.get(1).contains("2 services"), () -> peer.mails.get(1));
        }
    }

    private void disturb(Alerts alerts, int port) throws InterruptedException {
        serve(alerts, port);
        alerts.tell(Happenings.event(1, "f1"));
        Wait first = wait("the first group");
        // A reload sends what was gathered at once.
        serve(alerts, port);
        alerts.tell(Happenings.event(2, "f2"));
        Wait second = wait("the second group");

        first.over();
        alerts.tell(Happenings.event(3, "f3"));
        second.over();
    }
}
