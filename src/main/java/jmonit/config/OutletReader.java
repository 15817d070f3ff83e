package jmonit.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.Outlet;
import jmonit.model.Tls;
import jmonit.model.Url;

/** Reads {@code set webhook}, {@code set slack} and their like. */
final class OutletReader {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String PRINTABLE = "[!-~]+";
    private static final String NAME = "[\\p{L}\\p{N}._-]+";
    private static final String TOPIC = "outlets";

    private final SettingsDraft settings;
    private final Cursor c;
    private final Outlet.Kind kind;
    private final TlsReader tls;
    private String url;
    private String secret = "";
    private String room = "";
    private String template = "";
    private Duration timeout = TIMEOUT;

    OutletReader(SettingsDraft settings, Cursor cursor, Outlet.Kind kind) {
        this.settings = settings;
        this.c = cursor;
        this.kind = kind;
        this.tls = new TlsReader(cursor);
        this.url = kind.home();
    }

    void read() {
        String name = newName(settings, c, kind);
        while (c.more() && option()) {
            // each turn takes one option
        }
        if (c.more()) {
            c.unknown("option", TOPIC);
        }
        complete();
        if (!c.spent()) {
            settings.outlets.add(new Outlet(kind, name, address().get(), secret, room, template, encryption(), timeout));
        }
    }

    /** That no other of its kind has. */
    static String newName(SettingsDraft settings, Cursor c, Outlet.Kind kind) {
        Word word = c.peek();
        String name = name(c);
        if (settings.outlets.stream().anyMatch(o -> o.kind() == kind && o.name().equals(name))) {
            c.complain(Diagnostic.error(word.span(), "there is a " + kind.keyword() + " \"" + name + "\" already",
                    "expected another name").see(TOPIC));
        }
        return name;
    }

    /** What an outlet may be called: nothing that could be taken for a mail address. */
    static String name(Cursor c) {
        Word word = c.peek();
        String name = c.strictValue("a name such as ops");
        if (!c.spent() && !name.matches(NAME)) {
            c.complain(Diagnostic.error(word.span(), "\"" + name + "\" is no name", "expected letters, digits, \".\", \"_\" or \"-\"").see(TOPIC));
        }
        return name;
    }

    private boolean option() {
        if (c.take("url")) {
            url();
        } else if (!kind.secretWord().isEmpty() && c.take(kind.secretWord())) {
            secret();
        } else if (kind == Outlet.Kind.TELEGRAM && c.take("chat")) {
            room = c.value("the number of a chat");
        } else if (kind == Outlet.Kind.WEBHOOK && c.take("template")) {
            template = c.value("the text to send");
        } else if (c.take("timeout")) {
            timeout = new Values(c).time("the timeout");
        } else {
            return tls.ssl();
        }
        return true;
    }

    private void url() {
        Word word = c.peek();
        url = c.value("an address that begins with https://");
        if (!c.spent() && address().isEmpty()) {
            c.complain(Diagnostic.error(word.span(), "this is no address of the web", "expected https:// or http://, and no blanks").see(TOPIC));
        }
    }

    /** Of a webhook it never leaves the machine; all others stand in a line of a request. */
    private void secret() {
        Word word = c.peek();
        secret = c.value("the " + kind.secretWord());
        if (!c.spent() && kind != Outlet.Kind.WEBHOOK && !secret.matches(PRINTABLE)) {
            c.complain(Diagnostic.error(word.span(), "this is no " + kind.secretWord(), "expected letters and digits").see(TOPIC));
        }
    }

    private Optional<Url> address() {
        return url.matches(PRINTABLE) ? Urls.parse(url).filter(u -> u.port() > 0 && u.port() < 1 << 16) : Optional.empty();
    }

    private void complete() {
        var missing = new ArrayList<String>();
        if (url.isEmpty()) {
            missing.add("url");
        }
        if (kind.secretNeeded() && secret.isEmpty()) {
            missing.add(kind.secretWord());
        }
        if (kind == Outlet.Kind.TELEGRAM && room.isEmpty()) {
            missing.add("chat");
        }
        if (!missing.isEmpty()) {
            c.complain(Diagnostic.error(c.here(), "a " + kind.keyword() + " needs more than that",
                    "expected " + Wording.list(List.of(missing.getFirst()))).see(TOPIC));
        }
    }

    /** Secrets go to nobody who does not prove who he is, unless it is said that he need not. */
    private Tls encryption() {
        if (url.startsWith("https")) {
            tls.use();
        }
        return tls.tls().verified();
    }
}
