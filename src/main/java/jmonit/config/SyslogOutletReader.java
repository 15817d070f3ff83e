package jmonit.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.Outlet;
import jmonit.model.Url;
import jmonit.model.Way;

/** Reads {@code set syslog}. */
final class SyslogOutletReader {

    private static final Map<String, Integer> PORTS = Map.of("udp", 514, "tcp", 514, "tls", 6514);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String UNIX = "unix://";
    private static final String NEW = "rfc5424";
    private static final String OLD = "rfc3164";
    private static final String TOPIC = "outlets";
    private static final int LONGEST_TAG = 48;

    private final SettingsDraft settings;
    private final Cursor c;
    private final TlsReader tls;
    private Url url = new Url("unix", "", "", "", 0, "/dev/log", "");
    private String facility = "daemon";
    private String tag = "jmonit";
    /** 32473 is nobody's number: RFC 5612. */
    private String dataId = "jmonit@32473";
    /** Empty for what suits the address: local logs understand nothing but what syslog(3) writes. */
    private String form = "";
    private Duration timeout = TIMEOUT;

    SyslogOutletReader(SettingsDraft settings, Cursor cursor) {
        this.settings = settings;
        this.c = cursor;
        this.tls = new TlsReader(cursor);
    }

    void read() {
        String name = OutletReader.newName(settings, c, Outlet.Kind.SYSLOG);
        while (c.more() && option()) {
            // each turn takes one option
        }
        if (c.more()) {
            c.unknown("option", TOPIC);
        }
        if (!c.spent()) {
            if (url.scheme().equals("tls")) {
                tls.use();
            }
            var way = new Way.Syslog(Way.Syslog.FACILITIES.indexOf(facility), tag, dataId, form());
            settings.outlets.add(new Outlet(Outlet.Kind.SYSLOG, name, url, "", "", "", tls.tls().verified(), timeout, way));
        }
    }

    private boolean option() {
        if (c.take("url")) {
            url();
        } else if (c.take("facility")) {
            facility();
        } else if (c.take("tag")) {
            tag = printable("a name of at most " + LONGEST_TAG + " letters and digits", "[!-~]{1," + LONGEST_TAG + "}");
        } else if (c.take("data")) {
            dataId = printable("a name such as jmonit@32473", "[!-~&&[^=\\]\"@ ]]{1,24}@\\d{1,7}(\\.\\d{1,7}){0,3}");
        } else if (c.take("format")) {
            format();
        } else if (c.take("timeout")) {
            timeout = new Values(c).time("the timeout");
        } else {
            return tls.ssl();
        }
        return true;
    }

    private void url() {
        Word word = c.peek();
        String text = c.value("an address such as udp://loghost");
        Optional<Url> parsed = parsed(text);
        parsed.ifPresent(u -> url = u);
        if (!c.spent() && parsed.isEmpty()) {
            c.complain(Diagnostic.error(word.span(), "this is no address of a system log",
                    "expected unix:///path, udp://host, tcp://host or tls://host").see(TOPIC));
        }
    }

    private static Optional<Url> parsed(String text) {
        if (text.startsWith(UNIX + "/")) {
            return Optional.of(new Url("unix", "", "", "", 0, text.substring(UNIX.length()), ""));
        }
        return text.matches("[!-~]+") ? Urls.parse(text, PORTS).filter(u -> u.port() > 0 && u.port() < 1 << 16) : Optional.empty();
    }

    private void facility() {
        String name = c.more() ? c.peek().getText().toLowerCase(Locale.ROOT).replaceFirst("^log_", "") : "";
        if (Way.Syslog.FACILITIES.contains(name)) {
            c.next();
            facility = name;
        } else {
            c.welcome(Way.Syslog.FACILITIES);
            c.unknown("facility", TOPIC);
        }
    }

    private void format() {
        if (c.take(NEW)) {
            form = NEW;
        } else if (c.take(OLD)) {
            form = OLD;
        } else {
            c.unknown("format", TOPIC);
        }
    }

    private Way.Syslog.Form form() {
        boolean local = url.host().isEmpty();
        if (form.equals(NEW) || form.isEmpty() && !local) {
            return Way.Syslog.Form.RFC5424;
        }
        return local ? Way.Syslog.Form.LOCAL : Way.Syslog.Form.RFC3164;
    }

    private String printable(String what, String pattern) {
        Word word = c.peek();
        String text = c.value(what);
        if (!c.spent() && !text.matches(pattern)) {
            c.complain(Diagnostic.error(word.span(), "a receiver would not understand \"" + text + "\"", "expected " + what).see(TOPIC));
        }
        return text;
    }
}
