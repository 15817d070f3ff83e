package jmonit.config;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import jmonit.diagnostic.Diagnostic;
import jmonit.json.JsonPath;
import jmonit.model.Comparison;

/** What a server has to show: the key it is known by, days that are left, a value in its answer. */
final class Proofs {

    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");
    private static final List<String> KINDS_OF_KEY = List.of("ed25519", "ecdsa", "rsa");
    private static final List<String> MORE = List.of(">", "gt", "greater", "more");

    private final Cursor c;
    private final Values values;

    Proofs(Cursor cursor) {
        this.c = cursor;
        this.values = new Values(cursor);
    }

    /** {@code ed25519 "SHA256:…"}, or the fingerprint alone. */
    String hostKey() {
        var kind = c.peek();
        var named = c.takeAny(KINDS_OF_KEY);
        var word = c.peek();
        var text = c.value("a fingerprint such as \"SHA256:…\"");
        if (!c.spent() && !FINGERPRINT.matcher(text).matches()) {
            c.complain(Diagnostic.error(word.span(), "\"" + text + "\" is no fingerprint", "expected \"SHA256:\" and 43 letters")
                    .help("ssh-keygen -lf <key>.pub shows it").see("protocols"));
        }
        return (named ? kind.getText().toLowerCase(Locale.ROOT) + " " : "") + text;
    }

    /** {@code > 30 days} */
    String days() {
        c.unglueComparison();
        if (!c.takeAny(MORE)) {
            c.expected("\">\"");
        }
        var days = values.small("a number of days");
        if (!c.spent() && !c.take("days") && !c.take("day")) {
            c.unknown("unit", "protocols");
        }
        return String.valueOf(days);
    }

    String path() {
        var word = c.peek();
        var text = c.value("a path such as \"$.status\"");
        if (!c.spent() && JsonPath.parse(text).isEmpty()) {
            c.complain(Diagnostic.error(word.span(), "\"" + text + "\" is no path into JSON", "expected $ and the way to a value")
                    .help("such as \"$.status\" or \"$.checks[0].state\"").see("protocols"));
        }
        return text;
    }

    /** A text is more or less than no other. */
    String value(Comparison comparison) {
        return switch (comparison) {
            case EQUAL, NOT_EQUAL -> c.value("a value");
            case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL -> String.valueOf(values.decimal("a number"));
        };
    }
}
