package jmonit.daemon;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import jmonit.model.Snapshot;

/** The last snapshot, for as long as nothing has changed since: those who look often do not keep the engine busy. */
final class Board {

    private final AtomicLong changes = new AtomicLong();
    private final AtomicReference<Optional<Note>> note = new AtomicReference<>(Optional.empty());

    private record Note(long changes, Snapshot snapshot) {
    }

    /** Before the change, so that nobody takes what was for what is. */
    void changes() {
        changes.incrementAndGet();
    }

    Optional<Snapshot> current() {
        return note.get().filter(n -> n.changes() == changes.get()).map(Note::snapshot);
    }

    /** From the thread that makes the changes. */
    Snapshot pin(Snapshot snapshot) {
        note.set(Optional.of(new Note(changes.get(), snapshot)));
        return snapshot;
    }
}
