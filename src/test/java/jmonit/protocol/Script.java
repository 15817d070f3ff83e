package jmonit.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;

import jmonit.catalog.Conversation;
import jmonit.model.Comparison;
import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.Family;
import jmonit.model.Limits;
import jmonit.model.ResponseTime;
import jmonit.model.Speech;
import jmonit.model.Speech.Setting;
import jmonit.model.Tls;
import jmonit.os.FakeWire;

/** What a scripted peer of a conversation says, and what comes of it. */
final class Script {

    static final Limits LIMITS = new Limits(Map.of(), Map.of());

    private Script() {
    }

    static String complaint(Conversation conversation, FakeWire wire, Setting... settings) {
        try {
            conversation.hold(wire, connection(settings), LIMITS);
            return "";
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    static FakeWire hex(String text) {
        return FakeWire.saying(new String(HexFormat.of().parseHex(text.replace(" ", "")), ISO_8859_1));
    }

    static String sent(FakeWire wire) {
        return HexFormat.of().formatHex(wire.sent().getBytes(ISO_8859_1));
    }

    static Setting option(String option, String value) {
        return new Setting(option, Comparison.EQUAL, value, false);
    }

    static Connection connection(Setting... settings) {
        var endpoint = new Endpoint.Inet("plum", 8080, Family.ANY, false, "");
        return new Connection(endpoint, Tls.NONE, new Speech("x", Stream.of(settings).toList()), ResponseTime.UNLIMITED, Duration.ofSeconds(5), 1);
    }
}
