package jmonit.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.MMonit;
import jmonit.model.Url;

/** Reads {@code set mmonit} with one or many addresses. */
final class MMonitReader {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final SettingsDraft settings;
    private final Cursor c;

    MMonitReader(SettingsDraft settings, Cursor cursor) {
        this.settings = settings;
        this.c = cursor;
    }

    void read() {
        do {
            collector();
        } while (c.more() && c.peek().getText().contains("://"));
        c.welcome(List.of("timeout", "register", "ssl", "tls", "certificate", "hostgroups"));
        if (c.more()) {
            c.unknown("option", "mmonit");
        }
    }

    private void collector() {
        Word word = c.peek();
        Optional<Url> url = url();
        if (!c.spent() && word.getText().matches(".*[,;)]")) {
            c.warn(Diagnostic.warning(word.span(), "the last character is part of this address", "put a blank before it").see("mmonit"));
        }
        var tls = new TlsReader(c);
        url.filter(u -> u.scheme().equals("https")).ifPresent(u -> tls.use());
        Duration timeout = TIMEOUT;
        var groups = new ArrayList<String>();
        while (c.more()) {
            if (c.take("timeout")) {
                timeout = new Values(c).time("the timeout");
            } else if (c.takePhrase("register credentials")) {
                settings.withoutCredentials = true;
            } else if (c.take("hostgroups")) {
                groups.addAll(groups());
            } else if (!tls.ssl() && !tls.certificate() && !tls.oldVersion()) {
                break;
            }
        }
        if (!c.spent()) {
            settings.mmonits.add(new MMonit(url.get(), tls.tls(), timeout, true, groups));
        }
    }

    private Optional<Url> url() {
        Word word = c.peek();
        String text = c.value("an address such as http://user:password@host:8080/collector");
        Optional<Url> url = text.matches(".*\\s.*") ? Optional.empty() : Urls.parse(text);
        if (url.isEmpty()) {
            c.complain(Diagnostic.error(word.span(), "this is no address of a collector", "expected http:// or https://").see("mmonit"));
        }
        return url.map(u -> new Url(u.scheme(), u.user(), u.password(), u.host(), u.port(), Urls.encode(u.path()), Urls.encode(u.query())));
    }

    private List<String> groups() {
        Word list = c.peek();
        if (!c.take(MonitParser.LIST)) {
            c.expected("a list such as [web, \"data bases\"]");
            return List.of();
        }
        var names = new ArrayList<String>();
        for (String name : list.getText().split(",")) {
            names.add(name.strip().replaceAll("^[\"']|[\"']$", ""));
        }
        return names;
    }
}
