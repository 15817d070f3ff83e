package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.model.EventKind;
import jmonit.os.FakeDialer;
import jmonit.os.FakeFiles;
import jmonit.os.FakeKeeper;
import jmonit.os.FakePrograms;
import jmonit.os.FakeSpool;
import jmonit.os.live.LiveSockets;
import jmonit.os.live.LiveTicker;

/** Mails that go through a real Exim into boxes of a real Dovecot: each arrives once, whatever happens on the way. */
@Tag("live")
@Tag("server")
class RealMailLiveTest {

    private static final Pattern SUBJECT = Pattern.compile("(?m)^Subject: .* (f\\d+)$");

    @TempDir
    private Path folder;
    private final List<Alerts> begun = new ArrayList<>();
    private final FakeSpool spool = new FakeSpool();
    private LiveSockets sockets;
    private RealMail mail;

    @BeforeEach
    void start() throws Exception {
        sockets = new LiveSockets();
        mail = new RealMail(folder);
    }

    @AfterEach
    void end() throws Exception {
        begun.forEach(Alerts::close);
        sockets.close();
        mail.close();
    }

    private Alerts alerts(String text) {
        var disk = new Alerts.Disk(_ -> spool, new FakeKeeper(), "/state.told");
        var alerts = new Alerts(new Alerts.Machine(sockets, new FakeDialer(), disk, new LiveTicker(), java.time.InstantSource.system(), () -> 0.5,
                new Alerts.Tools(new FakePrograms(_ -> { }), new FakeFiles(), Map.of(), 1)), new Alerts.Sender("Monit 5.33.0", ZoneOffset.UTC, false));
        begun.add(alerts);
        alerts.serve(new Alerts.Occasion(Happenings.controlFile(text + "set mail-format { from: monit@plum.example }\nset eventqueue basedir /q\n"),
                "plum", _ -> _ -> new byte[0], List.of(Happenings.event(0, "plum", EventKind.INSTANCE, "started")), List.of()));
        return alerts;
    }

    private static void tell(Alerts alerts, int from, int to) {
        for (int i = from; i < to; i++) {
            alerts.tell(Happenings.event(i + 1L, "f" + i));
        }
    }

    /** Which events arrived there, in no order. */
    private List<String> told(String box) {
        return mail.box(box).stream().flatMap(m -> SUBJECT.matcher(m).results().map(r -> r.group(1))).toList();
    }

    private void await(String what, BooleanSupplier arrived) throws IOException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < end && !arrived.getAsBoolean()) {
            LockSupport.parkNanos(20_000_000);
        }
        assertTrue(arrived.getAsBoolean(), () -> {
            try {
                return what + "\n" + mail.logs();
            } catch (IOException e) {
                return what;
            }
        });
    }

    private void onceEach(String box, int count) throws IOException {
        await(count + " mails to " + box, () -> told(box).size() >= count);
        assertEquals(count, told(box).size());
        assertEquals(count, new HashSet<>(told(box)).size());
    }

    @Test
    void arriveEncryptedFromWhomIsKnownThere() throws Exception {
        var server = mail.exim(0, true);
        var alerts = alerts("set mailserver 127.0.0.1 port " + server.secure() + " username \"jmonit\" password \"se:cret\" using tls\n"
                + "set alert ops@x.example\n");

        tell(alerts, 0, 50);

        onceEach("ops", 51 - 1);
        String one = mail.box("ops").getFirst();
        assertTrue(one.contains("with esmtpsa") && one.contains("From: ") && one.contains("monit@plum.example"), one);
    }

    @Test
    void keepNobodyFromHisBecauseOthersAreRefusedOrHaveToWait() throws Exception {
        var server = mail.exim(0, false);
        var alerts = alerts("set mailserver 127.0.0.1 port " + server.port() + "\n"
                + "set alert gone@x.example\nset alert ops@x.example\nset alert grey@x.example\nset alert far@y.example\n");

        tell(alerts, 0, 5);

        onceEach("ops", 5);
        onceEach("grey", 5);
        await("an empty queue", () -> spool.names().isEmpty());
        assertEquals(List.of(), mail.box("gone"));
    }

    @Test
    void takeAnotherWayWhereAServerHangsOrIsGone() throws Exception {
        var first = mail.exim(0, false);
        var second = mail.exim(0, false);
        var alerts = alerts("set mailserver 127.0.0.1 port " + first.port() + ", 127.0.0.1 port " + second.port() + " with timeout 2 seconds\n"
                + "set alert ops@x.example\n");
        tell(alerts, 0, 10);
        onceEach("ops", 10);

        first.process().suspend();
        tell(alerts, 10, 20);
        onceEach("ops", 20);

        first.process().close();
        tell(alerts, 20, 30);
        onceEach("ops", 30);

        second.process().close();
        tell(alerts, 30, 40);
        await("ten in the queue", () -> spool.names().size() == 10);
    }

    @Test
    void arriveOnceThroughAServerThatTakesItsTime() throws Exception {
        var server = mail.exim(2, false);
        var alerts = alerts("set mailserver 127.0.0.1 port " + server.port() + " with timeout 5 seconds\nset alert ops@x.example\n");

        tell(alerts, 0, 12);

        onceEach("ops", 12);
    }
}
