package jmonit.channel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jmonit.json.Json;
import jmonit.json.JsonReader;
import jmonit.json.JsonWriter;
import jmonit.json.NotJson;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Fact;
import jmonit.model.MailFormat.Mailbox;
import jmonit.model.Origin;

/** A note as it stands in the queue. What is read there is believed in no more than anything from outside. */
final class NoteText {

    private static final int ROOM = 4096;

    private NoteText() {
    }

    static byte[] written(Note note) {
        var out = new JsonWriter(ROOM).object().field("number", note.number()).name("event");
        event(note.event(), out);
        if (note.told().several()) {
            out.name("events").array();
            note.told().events().forEach(e -> event(e, out));
            out.end();
        }
        if (!note.members().isEmpty()) {
            out.name("members").array();
            note.members().forEach(out::value);
            out.end();
        }
        if (!note.told().facts().isEmpty()) {
            out.name("facts").array();
            note.told().facts().forEach(f -> out.object().field("name", f.name()).field("text", f.text()).end());
            out.end();
        }
        if (note.held()) {
            out.field("held", true);
        }
        out.name("mails").array();
        note.mails().forEach(m -> mail(m, out));
        out.end().name("collectors").array();
        note.collectors().forEach(out::value);
        return out.end().end().bytes();
    }

    private static void event(Event event, JsonWriter out) {
        out.object().field("at", event.id()).field("service", event.service()).field("type", event.type());
        out.field("kind", event.kind().name()).field("side", event.side().name()).field("because", event.because());
        out.field("action", event.action()).field("file", event.origin().file()).field("line", event.origin().line()).end();
    }

    private static void mail(Mail mail, JsonWriter out) {
        out.object().field("id", mail.id()).field("to", mail.to());
        out.field("fromName", mail.from().name()).field("from", mail.from().address());
        out.field("replyToName", mail.replyTo().name()).field("replyTo", mail.replyTo().address());
        out.field("subject", mail.subject()).field("body", mail.body());
        out.field("at", ChronoUnit.MICROS.between(Instant.EPOCH, mail.at())).field("about", mail.about()).end();
    }

    /** Empty when it is no note of ours. */
    static Optional<Note> read(byte[] text) {
        try {
            return Optional.of(note(JsonReader.read(text, JsonReader.Bounds.LARGE)));
        } catch (NotJson | Missing | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Note note(Json json) throws Missing {
        Event event = event(json.at("event"));
        var mails = new ArrayList<Mail>();
        for (Json mail : json.at("mails").items()) {
            mails.add(mail(mail, event));
        }
        var events = new ArrayList<Event>();
        for (Json one : json.at("events").items()) {
            events.add(event(one));
        }
        var facts = new ArrayList<Fact>();
        for (Json fact : json.at("facts").items()) {
            facts.add(new Fact(text(fact, "name"), text(fact, "text")));
        }
        List<String> collectors = json.at("collectors").items().stream().flatMap(c -> c.text().stream()).toList();
        List<Long> members = json.at("members").items().stream().flatMap(m -> m.whole().stream()).toList();
        return new Note(whole(json, "number"), new Told(events.isEmpty() ? List.of(event) : events, facts), mails, collectors,
                json.at("held").flag().orElse(false), members);
    }

    private static Event event(Json json) throws Missing {
        return new Event(moment(whole(json, "at")), text(json, "service"), text(json, "type"), EventKind.valueOf(text(json, "kind")),
                Event.Side.valueOf(text(json, "side")), text(json, "because"), text(json, "action"),
                new Origin(text(json, "file"), (int) whole(json, "line")));
    }

    private static Mail mail(Json json, Event event) throws Missing {
        var from = new Mailbox(text(json, "fromName"), text(json, "from"));
        var replyTo = new Mailbox(text(json, "replyToName"), text(json, "replyTo"));
        return new Mail(text(json, "id"), text(json, "to"), from, replyTo, text(json, "subject"), text(json, "body"),
                json.at("at").whole().map(NoteText::moment).orElse(event.at()), json.at("about").text().orElse(event.service()));
    }

    private static Instant moment(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static String text(Json json, String name) throws Missing {
        return json.at(name).text().orElseThrow(Missing::new);
    }

    private static long whole(Json json, String name) throws Missing {
        return json.at(name).whole().orElseThrow(Missing::new);
    }

    private static final class Missing extends Exception {

        private static final long serialVersionUID = 1;
    }
}
