package jmonit.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jmonit.json.JsonWriter;
import jmonit.model.Event;
import jmonit.model.Outlet;

/** An event as JSON, in our words or in those of the operator, signed if there is a secret. */
record Webhook(Outlet outlet, String host) implements Receiver {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern VARIABLE = Pattern.compile("\\$(EVENT|SERVICE|DATE|HOST|ACTION|DESCRIPTION)");
    private static final int ROOM = 512;

    @Override
    public Letter letter(Event event) {
        byte[] body = outlet.template().isEmpty() ? document(event, host) : filled(event);
        String id = "X-Jmonit-Event: " + event.id();
        return new Letter(outlet.url().request(),
                outlet.secret().isEmpty() ? List.of(id) : List.of(id, "X-Jmonit-Signature: sha256=" + signature(body)), body);
    }

    /** What programs are told of an event. */
    static byte[] document(Event event, String host) {
        var out = new JsonWriter(ROOM).object().field("id", event.id()).field("at", event.at().truncatedTo(ChronoUnit.MILLIS));
        out.field("host", host).field("service", event.service()).field("type", event.type());
        out.field("kind", event.kind().keyword()).field("side", event.side().name().toLowerCase(java.util.Locale.ROOT));
        out.field("event", event.kind().words(event.side())).field("because", Headline.text(event)).field("action", event.action());
        return out.field("file", event.origin().file()).field("line", event.origin().line()).end().bytes();
    }

    /** What stands for a variable is written so that it stays inside the quotes of a JSON text. */
    private byte[] filled(Event event) {
        return VARIABLE.matcher(outlet.template()).replaceAll(found -> Matcher.quoteReplacement(quoted(switch (found.group(1)) {
            case "EVENT" -> event.kind().words(event.side());
            case "SERVICE" -> event.service();
            case "DATE" -> event.at().truncatedTo(ChronoUnit.MILLIS).toString();
            case "HOST" -> host;
            case "ACTION" -> event.action();
            default -> Headline.text(event);
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
