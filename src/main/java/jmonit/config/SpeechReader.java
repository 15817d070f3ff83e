package jmonit.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import jmonit.catalog.Option;
import jmonit.catalog.Protocol;
import jmonit.diagnostic.Diagnostic;
import jmonit.diagnostic.Span;
import jmonit.model.Comparison;
import jmonit.model.Speech.Setting;

/** Reads the options of one protocol, as its entry in the catalog lists them. */
final class SpeechReader {

    private static final List<String> METHODS = List.of("get", "head");

    private final Cursor c;
    private final Values values;
    private final Proofs proofs;
    private final Protocol protocol;

    SpeechReader(Cursor cursor, Protocol protocol) {
        this.c = cursor;
        this.values = new Values(cursor);
        this.proofs = new Proofs(cursor);
        this.protocol = protocol;
    }

    /** Reads one option if one stands here. */
    boolean option(Consumer<Setting> out) {
        for (Option option : protocol.options()) {
            if (c.takePhrase(option.phrase())) {
                read(option, out);
                return true;
            }
        }
        return false;
    }

    private void read(Option option, Consumer<Setting> out) {
        switch (option.kind()) {
            case TEXT -> out.accept(setting(option, Comparison.EQUAL, text(option)));
            case REQUEST -> out.accept(setting(option, Comparison.EQUAL, request(option)));
            case PATH -> out.accept(setting(option, Comparison.EQUAL, path(option)));
            case SECRET -> out.accept(new Setting(option.phrase(), Comparison.EQUAL, c.value("a value for " + option.phrase()), true));
            case NUMBER -> out.accept(setting(option, Comparison.EQUAL, String.valueOf(values.whole("a number"))));
            case STATUS -> status(option, out);
            case SHARE -> share(option, out);
            case REGEX -> regex(option, out);
            case HEADERS -> headers(out);
            case SUM -> sum(option, out);
            case METHOD -> method(option, out);
            case HOST_KEY -> out.accept(setting(option, Comparison.EQUAL, proofs.hostKey()));
            case DAYS -> out.accept(setting(option, Comparison.GREATER, proofs.days()));
            case JSON -> json(option, out);
        }
    }

    private static Setting setting(Option option, Comparison comparison, String value) {
        return new Setting(option.phrase(), comparison, value, false);
    }

    /** User names may be words of the language; elsewhere they want quotes. */
    private String text(Option option) {
        boolean free = option.phrase().equals("username") || option.phrase().equals("host");
        return free ? c.value("a value for " + option.phrase()) : c.strictValue("a value for " + option.phrase());
    }

    private String path(Option option) {
        Word word = c.peek();
        String path = text(option);
        if (!c.spent() && !path.startsWith("/")) {
            c.complain(Diagnostic.error(word.span(), "\"" + path + "\" is no path", "expected a path that begins with /").see("protocols"));
        }
        return path;
    }

    private String request(Option option) {
        return Urls.encode(text(option));
    }

    private void status(Option option, Consumer<Setting> out) {
        c.unglueComparisons();
        Comparison comparison = values.comparison();
        out.accept(setting(option, comparison, String.valueOf(values.whole("a status"))));
    }

    private void share(Option option, Consumer<Setting> out) {
        Comparison comparison = values.comparison();
        double number = values.decimal("a percentage");
        if (!c.spent() && !values.percent()) {
            c.expected("\"%\"");
        }
        out.accept(setting(option, comparison, String.valueOf(number)));
    }

    private void regex(Option option, Consumer<Setting> out) {
        if (!c.at(MonitParser.COMPARATOR)) {
            c.welcome(List.of("=", "!="));
            c.unknown("comparison", "content");
            return;
        }
        Comparison comparison = values.comparison(List.of("=", "==", "!=", "<>"));
        String text = c.strictValue("a regular expression");
        if (!c.spent()) {
            Expressions.check(c, c.previous());
        }
        out.accept(setting(option, comparison, text));
    }

    private void sum(Option option, Consumer<Setting> out) {
        boolean stated = c.take("md5") || c.take("sha1");
        if (!stated && option.phrase().contains(" ")) {
            c.take(MonitParser.COMPARATOR);
        }
        Word word = c.peek();
        String text = c.value("a checksum");
        if (!c.spent() && !Sums.looksLikeOne(text)) {
            c.complain(Sums.invalid(word, Optional.empty()));
        }
        out.accept(setting(option, Comparison.EQUAL, text.toLowerCase(Locale.ROOT)));
    }

    private void json(Option option, Consumer<Setting> out) {
        String path = proofs.path();
        if (c.take("contains")) {
            out.accept(new Setting(option.phrase() + " contains", Comparison.EQUAL, path + "\n" + c.value("a text"), false));
            return;
        }
        c.unglueComparison();
        Comparison comparison = values.comparison();
        out.accept(setting(option, comparison, path + "\n" + proofs.value(comparison)));
    }

    private void method(Option option, Consumer<Setting> out) {
        Word word = c.peek();
        if (!c.takeAny(METHODS)) {
            c.unknown("method", "connection");
            return;
        }
        out.accept(setting(option, Comparison.EQUAL, word.getText().toUpperCase(Locale.ROOT)));
    }

    /** {@code [Host: a.b, X: "y z"]}: a comma ends a header unless quotes hide it. */
    private void headers(Consumer<Setting> out) {
        Word list = c.peek();
        if (c.at(MonitParser.UNCLOSED)) {
            c.complain(Diagnostic.error(new Span(list.source(), list.start(), list.start() + 1), "this bracket is never closed",
                    "expected a \"]\" after the headers").see("connection"));
            return;
        }
        if (!c.take(MonitParser.LIST)) {
            c.expected("a list such as [Host: example.org]");
            return;
        }
        for (String header : list.getText().split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
            if (header.isBlank()) {
                continue;
            }
            int colon = header.indexOf(':');
            if (colon < 1) {
                int at = list.start() + 1 + list.getText().indexOf(header);
                c.complain(Diagnostic.error(new Span(list.source(), at, at + header.length()), "\"" + header.strip() + "\" is no header",
                        "expected a name, a colon and a value").see("connection"));
                return;
            }
            String name = header.substring(0, colon).strip();
            String value = header.substring(colon + 1).strip().replaceAll("^[\"']|[\"']$", "");
            out.accept(new Setting("http headers", Comparison.EQUAL, name + ": " + value, false));
        }
    }
}
