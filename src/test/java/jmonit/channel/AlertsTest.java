package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jmonit.model.Endpoint;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Family;
import jmonit.os.FakeDialer;
import jmonit.os.FakeFiles;
import jmonit.os.FakeKeeper;
import jmonit.os.FakePrograms;
import jmonit.os.FakeSpool;
import jmonit.os.FakeWire;
import jmonit.os.live.LiveSockets;
import jmonit.os.live.LiveTicker;

/** From an event to the mails of a server. */
class AlertsTest {

    private static final String TO = "set alert a@x with mail-format { from: m@x\n subject: $SERVICE $EVENT\n message: $DESCRIPTION }\n";
    private static final long HOUR = 3_600_000_000L;
    private static final Pattern SUBJECT = Pattern.compile("(?m)^Subject: (.*)$");

    private final FakeKeeper keeper = new FakeKeeper();
    private final List<Alerts> begun = new ArrayList<>();
    private volatile InstantSource clock = InstantSource.system();
    private final FakeDialer dialer = new FakeDialer();
    private LiveSockets sockets;
    private FakeSpool spool = new FakeSpool();

    @BeforeEach
    void open() {
        sockets = new LiveSockets();
    }

    @AfterEach
    void close() {
        begun.forEach(Alerts::close);
        sockets.close();
    }

    private Alerts alerts(String text, Event... past) {
        var disk = new Alerts.Disk(_ -> spool, keeper, "/state.told");
        var alerts = new Alerts(new Alerts.Machine(sockets, dialer, disk, new LiveTicker(), () -> clock.instant(), () -> 0.5,
                new Alerts.Tools(new FakePrograms(_ -> { }), new FakeFiles(), Map.of(), 1)),
                new Alerts.Sender("Monit 5.33.0", ZoneOffset.UTC, false));
        begun.add(alerts);
        alerts.serve(new Alerts.Occasion(Happenings.controlFile(text), "plum", _ -> _ -> new byte[0],
                List.of(Happenings.event(0, "plum", EventKind.INSTANCE, "started")), List.of(past)));
        return alerts;
    }

    private static String servers(MailPeer... peers) {
        var text = new StringBuilder("set mailserver ");
        for (int i = 0; i < peers.length; i++) {
            text.append(i == 0 ? "" : ", ").append("127.0.0.1 port ").append(peers[i].port());
        }
        return text + " with timeout 2 seconds\n";
    }

    private static List<String> subjects(MailPeer peer) {
        return peer.mails.stream().flatMap(m -> SUBJECT.matcher(m).results().map(r -> r.group(1))).toList();
    }

    private static boolean happens(BooleanSupplier what) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < end && !what.getAsBoolean()) {
            LockSupport.parkNanos(2_000_000);
        }
        return what.getAsBoolean();
    }

    /** Since the first event. */
    private void passes(Duration time) {
        clock = InstantSource.fixed(Instant.EPOCH.plus(Happenings.MOMENT, ChronoUnit.MICROS).plus(time));
    }

    @Test
    void tellsInOrderOverOneConversation() throws IOException {
        try (var peer = new MailPeer().start()) {
            var alerts = alerts(TO + servers(peer));

            alerts.tell(Happenings.event(1, "f"));
            alerts.tell(Happenings.event(2, "f", EventKind.CHECKSUM, "changed"));

            assertTrue(happens(() -> peer.mails.size() == 3));
            assertEquals(List.of("plum Monit instance failed", "f Size failed", "f Checksum failed"), subjects(peer));
            assertEquals(1, peer.talks.get());
        }
    }

    @Test
    void goesToTheNextServerWhereOneIsNotThere() throws IOException {
        try (var gone = new MailPeer(); var peer = new MailPeer().start()) {
            gone.close();
            alerts(TO + servers(gone, peer)).tell(Happenings.event(1, "f"));

            assertTrue(happens(() -> peer.mails.size() == 2));
        }
    }

    @Test
    void losesNobodyBecauseAnotherIsRefused() throws IOException {
        try (var peer = new MailPeer().says("RCPT TO:<no", "550 no such user").says("RCPT TO:<later", "450 later").start()) {
            alerts("set alert no@x on { size }\nset alert later@x on { size }\n" + TO + servers(peer)).tell(Happenings.event(1, "f"));

            assertTrue(happens(() -> subjects(peer).contains("f Size failed")));
            assertTrue(happens(() -> peer.heard.stream().filter("RCPT TO:<later@x>"::equals).count() >= 2), "tries again");
            assertEquals(1, peer.heard.stream().filter("RCPT TO:<no@x>"::equals).count());
        }
    }

    /** Some servers say already to the sender that they do not take his mails. */
    @Test
    void holdsUpNobodyBecauseAnotherSenderIsRefused() throws IOException {
        try (var peer = new MailPeer().says("MAIL FROM:<bad", "550 who is that").start()) {
            var alerts = alerts(TO + "set alert b@x with mail-format { from: bad@x }\n" + servers(peer));
            alerts.tell(Happenings.event(1, "f"));

            assertTrue(happens(() -> subjects(peer).contains("f Size failed")));
            assertTrue(happens(() -> peer.heard.stream().filter("MAIL FROM:<bad@x>"::equals).count() >= 4), "tries again");
        }
    }

    @Test
    void takesUpSeveralConversationsWhenAServerIsBack() throws IOException {
        int port;
        try (var gone = new MailPeer()) {
            port = gone.port();
        }
        var alerts = alerts(TO + "set eventqueue basedir /q\nset mailserver 127.0.0.1 port " + port + "\n");
        for (int i = 1; i <= 60; i++) {
            alerts.tell(Happenings.event(i, "f" + i));
        }
        assertTrue(happens(() -> spool.names().size() == 61));

        try (var peer = new MailPeer(port).slow(50).start()) {
            assertTrue(happens(() -> peer.mails.size() == 61));
            assertTrue(peer.mostTalks.get() >= 5, () -> peer.mostTalks + " conversations");
        }
    }

    @Test
    void sendsABurstOverAFewConversationsAndHoldsUpNobody() throws IOException {
        try (var peer = new MailPeer().slow(50).start()) {
            var alerts = alerts(TO + servers(peer));
            long begin = System.nanoTime();
            for (int i = 1; i <= 200; i++) {
                alerts.tell(Happenings.event(i, "f" + i));
            }
            Duration told = Duration.ofNanos(System.nanoTime() - begin);

            assertTrue(happens(() -> peer.mails.size() == 201));
            assertTrue(told.compareTo(Duration.ofSeconds(1)) < 0, () -> "took " + told);
            // Ten at the same time, each followed by another after ten mails.
            assertTrue(peer.talks.get() <= 30, () -> peer.talks + " conversations");
            assertTrue(Duration.ofNanos(System.nanoTime() - begin).compareTo(Duration.ofSeconds(8)) < 0, "one after the other it takes 10 s");
        }
    }

    /** Exim delivers the eleventh mail of a conversation with its next queue run, which may be half an hour later. */
    @Test
    void sendsNoMoreThanTenMailsOverOneConversation() throws IOException {
        try (var peer = new MailPeer().start()) {
            var alerts = alerts(TO + servers(peer));
            for (int i = 1; i <= 30; i++) {
                // About one service they go one after the other.
                alerts.tell(Happenings.event(i, "f"));
            }

            assertTrue(happens(() -> peer.mails.size() == 31));
            assertTrue(peer.mostMails.get() <= 10, () -> peer.mostMails + " mails");
        }
    }

    @Test
    void isContentWithTheConversationsThatAServerAllows() throws IOException {
        try (var peer = new MailPeer().slow(5).most(2).start()) {
            var alerts = alerts(TO + servers(peer));
            for (int i = 1; i <= 100; i++) {
                alerts.tell(Happenings.event(i, "f" + i));
            }

            assertTrue(happens(() -> peer.mails.size() == 101));
            assertTrue(peer.talks.get() < 110, () -> peer.talks + " attempts");
        }
    }

    @Test
    void remindsOnlyWhoAskedAndTellsNobodyThatNothingChangedAnyMore() throws IOException {
        try (var peer = new MailPeer().start()) {
            var alerts = alerts("set alert r@x on { size } with reminder on 2 cycles\n" + TO + servers(peer));
            var event = Happenings.event(1, "f");
            alerts.remind(event, 2, List::of);
            alerts.remind(event, 3, List::of);
            alerts.tell(new Event(event.at(), "f", "file", EventKind.CHECKSUM, Event.Side.UNCHANGED, "", "alert", event.origin()));
            alerts.tell(Happenings.event(5, "last"));

            assertTrue(happens(() -> peer.mails.size() == 4));
            assertEquals(2, peer.heard.stream().filter("RCPT TO:<r@x>"::equals).count());
        }
    }

    @Test
    void keepsForAnOutletWhatItDoesNotTakeAndNoSecretOfIt() {
        var text = "set webhook ops url \"http://example.org/x7Kq\" secret \"sesame\"\nset eventqueue basedir /queue\n"
                + "set alert to webhook ops on { size }\nset slack other url \"http://example.org/y\"\n";
        alerts(text).tell(Happenings.event(1, "f"));
        assertTrue(happens(() -> spool.names().size() == 1));
        var kept = new String(spool.read(spool.names().getFirst()).orElseThrow(), StandardCharsets.UTF_8);
        assertFalse(kept.contains("sesame") || kept.contains("x7Kq"), kept);
        begun.removeFirst().close();
        spool = spool.again();
        var wire = FakeWire.saying("HTTP/1.1 200 OK\r\n\r\n");
        dialer.with(new Endpoint.Inet("example.org", 80, Family.ANY, false, ""), wire);

        alerts(text);

        assertTrue(happens(() -> spool.names().isEmpty()));
        assertTrue(wire.sent().startsWith("POST /x7Kq ") && wire.sent().contains("\"service\":\"f\""), wire.sent());
    }

    @Test
    void opensNoIncidentBecauseTheDaemonStarts() {
        var first = FakeWire.saying("HTTP/1.1 202 Accepted\r\n\r\n");
        dialer.with(new Endpoint.Inet("example.org", 80, Family.ANY, false, ""), first);

        alerts("set pagerduty ops key \"x7Kq\" url \"http://example.org\"\nset alert to pagerduty ops\n").tell(Happenings.event(1, "f"));

        assertTrue(happens(first::closed));
        assertTrue(first.sent().contains("/f/size/"), first.sent());
    }

    @Test
    void deliversAfterARestartWhatWaited() throws IOException {
        try (var gone = new MailPeer()) {
            gone.close();
            alerts(TO + servers(gone) + "set eventqueue basedir /queue\n").tell(Happenings.event(1, "f"));
            assertTrue(happens(() -> spool.names().size() == 2));
        }
        spool = spool.again();
        try (var peer = new MailPeer().start()) {
            alerts(TO + servers(peer) + "set eventqueue basedir /queue\n");

            assertTrue(happens(() -> subjects(peer).contains("f Size failed")));
            assertTrue(happens(() -> spool.names().isEmpty()));
        }
    }

    @Test
    void givesUpAfterARestartWhatIsOlderThanItIsToBeKept() throws IOException {
        String queue = TO + "set eventqueue basedir /queue keep 1 hour\n";
        passes(Duration.ZERO);
        try (var gone = new MailPeer()) {
            gone.close();
            alerts(queue + servers(gone)).tell(Happenings.event(1, "old"));
            assertTrue(happens(() -> spool.names().size() == 2));
        }
        spool = spool.again();
        passes(Duration.ofMinutes(61));
        try (var peer = new MailPeer().start()) {
            alerts(queue + servers(peer)).tell(Happenings.event(HOUR, "new"));

            assertTrue(happens(() -> subjects(peer).contains("new Size failed")));
            assertTrue(happens(() -> spool.names().isEmpty()));
            assertEquals(List.of("new Size failed"), subjects(peer));
        }
    }

    @Test
    void givesUpForAnOutletWhatHasWaitedTooLongAndNothingElse() {
        var text = "set webhook ops url \"http://example.org/x\"\nset eventqueue basedir /queue keep 1 hour\nset alert to webhook ops on { size }\n";
        passes(Duration.ZERO);
        var server = new Endpoint.Inet("example.org", 80, Family.ANY, false, "");
        var alerts = alerts(text);
        alerts.tell(Happenings.event(1, "old"));
        assertTrue(happens(() -> dialer.refused(server) > 0));

        passes(Duration.ofMinutes(61));
        var wire = FakeWire.saying("HTTP/1.1 200 OK\r\n\r\n");
        dialer.with(server, wire);
        alerts.tell(Happenings.event(HOUR, "new"));

        assertTrue(happens(() -> spool.names().isEmpty()));
        assertTrue(wire.sent().contains("\"service\":\"new\""), wire.sent());
    }

    @Test
    void tellsAfterAKillWhatWasNotYetInTheQueue() throws IOException {
        try (var peer = new MailPeer().start()) {
            String text = TO + servers(peer) + "set eventqueue basedir /queue\n";
            alerts(text).tell(Happenings.event(1, "told"));
            assertTrue(happens(() -> subjects(peer).contains("told Size failed")));
            assertTrue(happens(() -> spool.names().isEmpty()));
            peer.mails.clear();

            alerts(text, Happenings.event(1, "told"), Happenings.event(2, "missed"));

            assertTrue(happens(() -> peer.mails.size() == 2));
            assertEquals(List.of("missed Size failed", "plum Monit instance failed"), subjects(peer).stream().sorted().toList());
        }
    }

    @Test
    void marksTheBeginningBeforeAnythingElseHappens() throws IOException {
        alerts("set eventqueue basedir /queue\n" + TO);

        assertEquals("00" + Happenings.MOMENT, new String(keeper.kept("/state.told").orElseThrow(), StandardCharsets.US_ASCII));
    }
}
