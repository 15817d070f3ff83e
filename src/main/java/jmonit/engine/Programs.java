package jmonit.engine;

import java.util.List;

import jmonit.engine.Remembered.Failed;
import jmonit.model.Event;
import jmonit.model.EventKind;

/** What is told of the programs that start and stop services. */
final class Programs {

    private final Chronicle chronicle;

    Programs(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    /** Alerts once, until one works again. */
    void failed(Ward ward, String because, Turn turn) {
        boolean news = ward.broken.isEmpty();
        ward.broken = List.of(new Failed(news ? turn.now().wall() : ward.broken.getFirst().at(), because));
        turn.say(Severity.ERROR, ward, because);
        turn.persist();
        if (news) {
            chronicle.announce(ward.event(turn.now(), EventKind.EXEC, Event.Side.FAILED, because, "alert"), ward.context(), turn);
        }
    }

    void worked(Ward ward, Deed deed, Outcome.Succeeded outcome, Turn turn) {
        switch (deed) {
            case START -> {
                ward.initializing = false;
                mended(ward, "started", turn);
            }
            case STOP -> {
                // A program was run: what is not up any more is not stopped.
                if (!outcome.how().isEmpty()) {
                    mended(ward, "stopped", turn);
                }
            }
            case RESTART, EXEC -> { }
        }
    }

    private void mended(Ward ward, String because, Turn turn) {
        if (ward.broken.isEmpty()) {
            return;
        }
        ward.broken = List.of();
        turn.say(Severity.INFO, ward, because);
        Event event = ward.event(turn.now(), EventKind.EXEC, Event.Side.SUCCEEDED, because, "alert").to(ward.hearing.end(Ward.PROGRAM));
        chronicle.announce(event, ward.context(), turn);
    }
}
