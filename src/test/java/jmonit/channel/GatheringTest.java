package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import jmonit.model.Event;
import jmonit.model.Settings;
import jmonit.os.FakeSpool;
import jmonit.os.live.LiveSockets;

/** Many events in one message, whenever we are killed. */
class GatheringTest {

    private static final String CONTROL = """
            set mailserver localhost
            set mail-format { from: m@x }
            set slack ops url "https://example.org/hook"
            set pagerduty night key "R"
            set alert a@x
            set alert slack ops
            set alert pagerduty night
            set alert b@x on { checksum }
            """;

    private final Office office = new Office(new LiveSockets(), new Alerts.Sender("Monit 5.33.0", ZoneOffset.UTC, false));
    private final Outgoing outgoing = Outgoing.of(Happenings.controlFile(CONTROL), List.of("http://m/collector"));
    private final List<Note> sent = new ArrayList<>();

    private Queue queue(FakeSpool spool) {
        var queue = new Queue(_ -> spool, () -> false);
        queue.open(new Settings.Queue("/queue", 100));
        office.serve(Happenings.controlFile(CONTROL), "plum");
        return queue;
    }

    private Note note(Queue queue, Event event) {
        var recipients = office.recipients(event);
        var told = Told.of(event);
        return new Note(queue.number(event), told, office.mails(told, recipients), outgoing.listeners(event, recipients, true)).holding(true);
    }

    private void play(Queue queue, int events) {
        var gathering = new Gathering(office, queue);
        for (int i = 1; i <= events; i++) {
            Note note = note(queue, Happenings.event(i, "f" + i));
            queue.take(note);
            gathering.add(note);
        }
        gathering.release(outgoing, sent::add);
    }

    private static Stream<Mail> mails(List<Note> notes) {
        return notes.stream().flatMap(n -> n.mails().stream());
    }

    @Test
    void oneMessageNamesThemAll() {
        var queue = queue(new FakeSpool());

        play(queue, 3);

        Mail mail = mails(sent).findFirst().orElseThrow();
        assertEquals("monit alert --  3 services: 3 Size failed", mail.subject());
        assertEquals("3 services: 3 Size failed\n\n\tDate:        Sat, 21 Nov 2026 10:55:17 to Sat, 21 Nov 2026 10:55:17\n\tHost:        plum\n\n"
                + "Size failed (3)\n\tf1: it is too large\n\tf2: it is too large\n\tf3: it is too large\n\nYour faithful employee,\nMonit\n", mail.body());
        assertEquals(1, mails(sent).count());
        assertEquals(3, sent.stream().filter(n -> n.collectors().equals(List.of("slack ops"))).findFirst().orElseThrow().told().events().size());
    }

    @Test
    void incidentsAndCollectorsHearOfEachByItself() {
        var queue = queue(new FakeSpool());

        play(queue, 2);

        assertEquals(2, queue.all().stream().filter(n -> n.collectors().equals(List.of("http://m/collector", "pagerduty night"))).count());
    }

    @Test
    void oneAloneIsTheMailItAlwaysWas() {
        var queue = queue(new FakeSpool());

        play(queue, 1);

        assertEquals(List.of("monit alert --  Size failed f1"), mails(sent).map(Mail::subject).toList());
    }

    /** After each possible kill each event is told by one mail, and what was not begun yet waits for others again. */
    @Test
    void tellsNothingTwiceAndLosesNothingWhenKilled() {
        for (int changes = 3; changes < 9; changes++) {
            var spool = new FakeSpool().diesAfter(changes);
            var queue = queue(spool);

            assertThrows(FakeSpool.Killed.class, () -> play(queue, 3));

            List<Note> found = new Queue(_ -> spool.again(), () -> false).open(new Settings.Queue("/queue", 100));
            for (String service : List.of("f1", "f2", "f3")) {
                assertEquals(1, mails(found).filter(m -> m.body().contains(service + ":") || m.subject().endsWith(service)).count(),
                        service + " after " + changes + " in " + found);
            }
            assertTrue(found.stream().noneMatch(n -> n.held() && !n.members().isEmpty()));
        }
    }

    @Test
    void namesNoMoreThanItHasRoomFor() {
        List<Event> events = Stream.iterate(0, i -> i + 1).limit(30).map(i -> Happenings.event(i, "f" + i)).toList();

        assertTrue(new Roll(events).list(20).endsWith("\tf19: it is too large\n\t... and 10 more\n"), new Roll(events).list(20));
        assertEquals("30 services", new Roll(events).services());
    }
}
