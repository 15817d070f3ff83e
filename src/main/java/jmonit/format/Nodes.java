package jmonit.format;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import jmonit.json.JsonWriter;
import jmonit.model.Audience;
import jmonit.model.Delay;
import jmonit.model.Event;
import jmonit.model.Reading;
import jmonit.model.Snapshot;
import jmonit.model.Unit;

/** The parts that several documents of the programming interface share. */
final class Nodes {

    private static final double PRECISION = 1e6;
    private static final double LARGE = 1e9;

    private Nodes() {
    }

    /** The epoch stands for what nobody knows. */
    static void moment(String name, Instant at, JsonWriter out) {
        if (at.equals(Instant.EPOCH)) {
            out.name(name).nothing();
        } else {
            out.field(name, at);
        }
    }

    static void texts(String name, List<String> texts, JsonWriter out) {
        out.name(name).array();
        texts.forEach(out::value);
        out.end();
    }

    static void reading(Figure figure, ZoneId zone, JsonWriter out) {
        Unit unit = figure.key().unit();
        out.object().field("id", figure.id()).field("metric", figure.key().metric()).name("unit");
        if (unit == Unit.COUNT) {
            out.nothing();
        } else {
            out.value(unit.word());
        }
        out.field("label", figure.label()).name("value");
        value(figure.reading(), out);
        out.field("text", figure.text(zone)).field("absent", figure.reading() instanceof Reading.Absent(String why) ? why : "").end();
    }

    private static void value(Reading reading, JsonWriter out) {
        switch (reading) {
            case Reading.Amount(double value, _) -> number(value, out);
            case Reading.Text(String text) -> out.value(text);
            case Reading.Moment(Instant at) -> out.value(at);
            case Reading.Absent _ -> out.nothing();
        }
    }

    /** What was measured is not as exact as it can be written. */
    static void number(double value, JsonWriter out) {
        out.value(Math.abs(value) < LARGE ? Math.rint(value * PRECISION) / PRECISION : value);
    }

    static void event(Event event, JsonWriter out) {
        out.object().field("id", event.id()).field("at", event.at()).field("service", event.service()).field("type", event.type())
                .field("kind", event.kind().keyword()).field("side", side(event.side())).field("because", event.because())
                .field("action", event.action()).field("file", event.origin().file()).field("line", event.origin().line());
        out.field("quiet", event.audience().quiet()).field("escalated", escalated(event.audience())).end();
    }

    /** How long those waited who are told now. */
    private static String escalated(Audience audience) {
        return audience.escalated() ? audience.levels().stream().map(Delay::text).findFirst().orElse("") : "";
    }

    static void calm(Snapshot.Calm calm, JsonWriter out) {
        out.name("quiet");
        calm.quiet().stream().findFirst().ifPresentOrElse(q -> quiet(q, out), out::nothing);
        out.name("acknowledged");
        calm.acknowledged().stream().findFirst().ifPresentOrElse(a -> out.object().field("at", a.at()).field("by", a.remark().by())
                .field("reason", a.remark().reason()).end(), out::nothing);
    }

    private static void quiet(Snapshot.Quiet quiet, JsonWriter out) {
        out.object().name("id");
        if (quiet.planned()) {
            out.nothing();
        } else {
            out.value(quiet.silence());
        }
        out.field("planned", quiet.planned()).field("until", quiet.until()).field("by", quiet.remark().by())
                .field("reason", quiet.remark().reason()).end();
    }

    static String side(Event.Side side) {
        return switch (side) {
            case FAILED -> "failed";
            case SUCCEEDED -> "succeeded";
            case CHANGED -> "changed";
            case UNCHANGED -> "unchanged";
        };
    }
}
