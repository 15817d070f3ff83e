package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import jmonit.model.Settings;
import jmonit.os.FakeSpool;

/** What outlives us, whenever we are killed. */
class QueueTest {

    private static final Mail A = Happenings.mail("f", "a@x", "one");
    private static final Mail B = Happenings.mail("f", "b@x", "one");

    private boolean troubled;

    private Queue queue(FakeSpool spool, long slots) {
        var queue = new Queue(_ -> spool, () -> troubled);
        queue.open(new Settings.Queue("/queue", slots));
        return queue;
    }

    private static List<Note> found(FakeSpool spool) {
        return new Queue(_ -> spool, () -> false).open(new Settings.Queue("/queue", 10));
    }

    @Test
    void findsAgainWhatWasNotSettled() {
        var spool = new FakeSpool();
        var queue = queue(spool, 10);
        var note = Happenings.note(1, A, B);

        queue.take(note);
        assertEquals(List.of(note), found(spool.again()));

        queue.settled(1, n -> n.without(A));
        assertEquals(List.of(note.without(A)), found(spool.again()));

        queue.settled(1, n -> n.without(B));
        assertEquals(List.of(), found(spool.again()));
    }

    @Test
    void isNeverTornWhenKilled() {
        for (int changes = 0; changes < 3; changes++) {
            var spool = new FakeSpool().diesAfter(changes);
            var queue = queue(spool, 10);

            assertThrows(FakeSpool.Killed.class, () -> {
                queue.take(Happenings.note(1, A, B));
                queue.settled(1, n -> n.without(A));
                queue.settled(1, n -> n.without(B));
            });

            var expected = List.of(List.<Note>of(), List.of(Happenings.note(1, A, B)), List.of(Happenings.note(1, B))).get(changes);
            assertEquals(expected, found(spool.again()));
        }
    }

    @Test
    void deliversFromMemoryWhatAFullDiskDoesNotTake() {
        var queue = queue(new FakeSpool().full(true), 10);

        assertTrue(queue.take(Happenings.note(1, A)));
        queue.settled(1, n -> n.without(A));

        assertEquals(List.of(), queue.all());
    }

    @Test
    void hasNoMoreThanItsSlotsWhileNobodyTakesAnything() {
        var queue = queue(new FakeSpool(), 2);
        troubled = true;

        assertTrue(queue.take(Happenings.note(1, A)));
        assertTrue(queue.take(Happenings.note(2, A)));
        assertFalse(queue.take(Happenings.note(3, A)));

        queue.settled(1, n -> n.without(A));
        assertTrue(queue.take(Happenings.note(4, A)));
    }

    @Test
    void holdsABurstThatIsBeingDelivered() {
        var spool = new FakeSpool();
        var queue = queue(spool, 2);

        for (int i = 1; i <= 5; i++) {
            assertTrue(queue.take(Happenings.note(i, A)));
        }

        assertEquals(2, found(spool.again()).size());
    }

    @Test
    void leavesFilesOfOthersAloneAndIsNotMisledByBrokenOnes() {
        var spool = new FakeSpool().file("1795258630_5555c8520240", "\4\0\0").file("7.alert", "{\"number\":7").file("8.alert", "{}")
                .file("9.alert", new String(NoteText.written(Happenings.note(10, A)), java.nio.charset.StandardCharsets.UTF_8));

        assertEquals(List.of(), found(spool));
        assertEquals(4, spool.names().size());
    }

    @Test
    void givesEachNoteANumberOfItsOwn() {
        var queue = queue(new FakeSpool(), 2);
        var event = Happenings.event(1, "f");

        assertEquals(event.id(), queue.number(event));
        assertEquals(event.id() + 1, queue.number(event));
    }
}
