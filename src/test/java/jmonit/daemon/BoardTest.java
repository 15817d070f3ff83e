package jmonit.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import jmonit.model.Snapshot;

class BoardTest {

    private final Board board = new Board();
    private final Snapshot snapshot = new Snapshot(Instant.EPOCH, Cast.controlFile("set daemon 5\n").settings(), List.of(), List.of());

    @Test
    void hasNothingAtFirst() {
        assertEquals(Optional.empty(), board.current());
    }

    @Test
    void showsTheLastSnapshotUntilSomethingChanges() {
        board.pin(snapshot);
        assertSame(snapshot, board.current().orElseThrow());

        board.changes();

        assertEquals(Optional.empty(), board.current());
    }
}
