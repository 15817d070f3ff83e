package jmonit.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jmonit.json.JsonWriter;
import jmonit.model.Event;
import jmonit.model.Fact;
import jmonit.model.Outlet;

/** An event as JSON, in our words or in those of the operator, signed if there is a secret. */
record Webhook(Outlet outlet, String host) implements Receiver {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern VARIABLE = Pattern.compile("\\$(EVENT|SERVICE|DATE|HOST|ACTION|DESCRIPTION|CONTEXT)");
    private static final int ROOM = 512;

    @Override
    public Letter letter(Told told) {
        byte[] body = outlet.template().isEmpty() ? document(told, host) : filled(told);
        String id = "X-Jmonit-Event: " + told.first().id();
        return new Letter(outlet.url().request(),
                outlet.secret().isEmpty() ? List.of(id) : List.of(id, "X-Jmonit-Signature: sha256=" + signature(body)), body);
    }

    /** What programs are told. */
    static byte[] document(Told told, String host) {
        var out = new JsonWriter(ROOM);
        if (told.several()) {
            several(told.events(), host, out);
        } else {
            event(told.first(), host, out);
            context(told.facts(), out);
        }
        return out.end().bytes();
    }

    private static void several(List<Event> events, String host, JsonWriter out) {
        var roll = new Roll(events);
        out.object().field("id", events.getFirst().id()).field("at", events.getFirst().at().truncatedTo(ChronoUnit.MILLIS)).field("host", host);
        out.field("event", roll.counts()).field("because", roll.services()).name("events").array();
        for (Event event : events) {
            event(event, host, out);
            out.end();
        }
        out.end();
    }

    private static void event(Event event, String host, JsonWriter out) {
        out.object().field("id", event.id()).field("at", event.at().truncatedTo(ChronoUnit.MILLIS));
        out.field("host", host).field("service", event.service()).field("type", event.type());
        out.field("kind", event.kind().keyword()).field("side", event.side().name().toLowerCase(Locale.ROOT));
        out.field("event", event.kind().words(event.side())).field("because", Headline.text(event)).field("action", event.action());
        out.field("file", event.origin().file()).field("line", event.origin().line());
    }

    private static void context(List<Fact> facts, JsonWriter out) {
        if (!facts.isEmpty()) {
            out.name("context").object();
            facts.forEach(f -> out.field(f.name(), f.text()));
            out.end();
        }
    }

    /** What stands for a variable is written so that it stays inside the quotes of a JSON text. */
    private byte[] filled(Told told) {
        Event event = told.first();
        var roll = new Roll(told.events());
        return VARIABLE.matcher(outlet.template()).replaceAll(found -> Matcher.quoteReplacement(quoted(switch (found.group(1)) {
            case "EVENT" -> told.several() ? roll.counts() : event.kind().words(event.side());
            case "SERVICE" -> told.several() ? roll.services() : event.service();
            case "DATE" -> event.at().truncatedTo(ChronoUnit.MILLIS).toString();
            case "HOST" -> host;
            case "ACTION" -> event.action();
            case "CONTEXT" -> Facts.brief(told.facts());
            default -> told.several() ? Headline.text(told) : Headline.text(event);
        }))).getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        String whole = new JsonWriter(ROOM).value(text).toString();
        return whole.substring(1, whole.length() - 1);
    }

    private String signature(byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(outlet.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", e);
        }
    }
}
