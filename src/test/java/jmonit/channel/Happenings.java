package jmonit.channel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jmonit.BuiltIn;
import jmonit.config.Reading;
import jmonit.model.ControlFile;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.MailFormat.Mailbox;
import jmonit.model.Origin;
import jmonit.os.FakeFiles;

/** What tests of alerts tell of. */
final class Happenings {

    /** 2026-11-21 10:55:17 UTC. */
    static final long MOMENT = 1795258517000000L;

    private Happenings() {
    }

    static ControlFile controlFile(String text) {
        var read = Reading.of("/m", BuiltIn.CATALOG, new FakeFiles().file("/m", text), "plum");
        if (read.diagnostics().stream().anyMatch(d -> d.severity() == jmonit.diagnostic.Severity.ERROR)) {
            throw new IllegalArgumentException(read.diagnostics().toString());
        }
        return read.controlFile();
    }

    static Event event(long number, String service, EventKind kind, String because) {
        return new Event(Instant.EPOCH.plus(MOMENT + number, ChronoUnit.MICROS), service, "file", kind, Event.Side.FAILED, because, "alert",
                new Origin("/m", 1));
    }

    static Event event(long number, String service) {
        return event(number, service, EventKind.SIZE, "it is too large");
    }

    static Mail mail(String about, String to, String subject) {
        return new Mail(about + "." + to, to, new Mailbox("", "monit@plum.example"), Mailbox.NONE, subject, "What happened\n",
                Instant.EPOCH.plus(MOMENT, ChronoUnit.MICROS), about);
    }

    static Note note(long number, Mail... mails) {
        return new Note(number, event(0, mails.length == 0 ? "f" : mails[0].about()), List.of(mails), List.of());
    }
}
