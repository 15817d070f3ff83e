package jmonit.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jmonit.catalog.Limit;
import jmonit.diagnostic.Diagnostic;
import jmonit.model.LogTarget;
import jmonit.model.Outlet;
import jmonit.model.Reaction;
import jmonit.model.Settings;
import jmonit.model.Tls;

/** Reads one set statement into the settings. */
final class SettingReader {

    static final List<String> FACILITIES = List.of("log_daemon", "log_local0", "log_local1", "log_local2", "log_local3", "log_local4",
            "log_local5", "log_local6", "log_local7");
    private static final long LONGEST_POLL = Integer.MAX_VALUE;

    private final SettingsDraft settings;
    private final Cursor c;
    private final Values values;
    private final Map<String, Runnable> readers;

    SettingReader(SettingsDraft settings, Cursor cursor) {
        this.settings = settings;
        this.c = cursor;
        this.values = new Values(cursor);
        this.readers = readers();
    }

    private Map<String, Runnable> readers() {
        var all = new HashMap<>(settingsOfMonit());
        for (Outlet.Kind kind : Outlet.Kind.values()) {
            all.put(kind.keyword(), () -> outlet(kind));
        }
        return all;
    }

    private void outlet(Outlet.Kind kind) {
        switch (kind) {
            case SYSLOG -> new SyslogOutletReader(settings, c).read();
            case EXEC -> new ExecOutletReader(settings, c).read();
            case NATS -> new NatsReader(settings, c).read();
            case WEBHOOK, SLACK, MATTERMOST, DISCORD, TEAMS, TELEGRAM, PAGERDUTY, OPSGENIE, NTFY, GOTIFY, ALERTMANAGER ->
                new OutletReader(settings, c, kind).read();
        }
    }

    private Map<String, Runnable> settingsOfMonit() {
        return Map.ofEntries(
                Map.entry("daemon", this::daemon),
                Map.entry("init", () -> settings.init = true),
                Map.entry("terminal", this::terminal),
                Map.entry("fips", () -> settings.fips = true),
                Map.entry("log", this::log),
                Map.entry("logfile", this::log),
                Map.entry("pidfile", () -> settings.pidFile = path()),
                Map.entry("idfile", () -> settings.idFile = path()),
                Map.entry("statefile", () -> settings.stateFile = path()),
                Map.entry("onreboot", () -> OnRebootReader.read(c).ifPresent(settings::onReboot)),
                Map.entry("reaction", this::reaction),
                Map.entry("limits", this::limits),
                Map.entry("expectbuffer", () -> settings.limit("sendExpectBuffer", size())),
                Map.entry("ssl", this::tls),
                Map.entry("tls", this::tls),
                Map.entry("mailserver", () -> new MailServerReader(settings, c).read()),
                Map.entry("mail-format", () -> settings.mailFormat = merged(new MailFormatReader(c).read())),
                Map.entry("alert", this::alert),
                Map.entry("eventqueue", () -> new QueueReader(settings, c).read()),
                Map.entry("maintenance", () -> new MaintenanceReader(settings, c).read()),
                Map.entry("mmonit", () -> new MMonitReader(settings, c).read()),
                Map.entry("httpd", () -> new HttpdReader(settings.httpd, c).read()));
    }

    static final List<String> NAMES = Stream.concat(Stream.of("daemon", "init", "log", "logfile", "pidfile", "idfile", "statefile", "onreboot", "limits",
            "mailserver", "mail-format", "alert", "eventqueue", "mmonit", "httpd", "ssl", "tls", "fips", "terminal", "reaction", "expectbuffer", "maintenance"),
            Outlet.Kind.KEYWORDS.stream()).toList();

    void read() {
        Word name = c.peek();
        for (String setting : NAMES) {
            // mail-format stays for its own reader, which begins with that word.
            if (c.at(setting)) {
                if (!setting.equals("mail-format")) {
                    c.next();
                }
                readers.get(setting).run();
                c.unexpected("\"set " + name.getText() + "\"", "settings");
                return;
            }
        }
        c.unknown("setting", "settings");
    }

    private jmonit.model.MailFormat merged(jmonit.model.MailFormat format) {
        var before = settings.mailFormat;
        return new jmonit.model.MailFormat(
                format.from(),
                format.replyTo().address().isEmpty() ? before.replyTo() : format.replyTo(),
                format.subject(), format.message());
    }

    private void alert() {
        if (new MannersReader(settings, c).read()) {
            return;
        }
        var recipient = new AlertReader(c).alert();
        if (!c.spent()) {
            settings.recipients.add(recipient);
        }
    }

    private void daemon() {
        Word number = c.peek();
        long seconds = values.whole("a number of seconds");
        if (!c.spent() && !c.take("seconds")) {
            c.take("second");
        }
        if (!c.spent() && seconds == 0) {
            c.complain(Diagnostic.error(number.span(), "the poll time must be a second at least", "expected 1 or more").see("settings"));
        }
        if (seconds > LONGEST_POLL) {
            c.warn(Diagnostic.warning(number.span(), "nobody waits that long", "read as " + LONGEST_POLL + " seconds").see("settings"));
        }
        long delay = c.takePhrase("start delay") ? values.whole("a number of seconds") : 0;
        if (!c.spent() && !c.take("seconds")) {
            c.take("second");
        }
        settings.pollSet = true;
        settings.poll = new Settings.Poll(Math.min(seconds, LONGEST_POLL), Math.min(delay, LONGEST_POLL));
    }

    private void terminal() {
        if (!c.take("batch")) {
            c.expected("\"batch\"");
        }
        settings.batch = true;
    }

    private void reaction() {
        if (c.take("cycle")) {
            settings.reaction = Reaction.CYCLE;
        } else if (c.take("instant")) {
            settings.reaction = Reaction.INSTANT;
        } else {
            c.unknown("reaction", "settings");
        }
    }

    private String path() {
        return PathReader.read(c, "a path", "settings");
    }

    private void log() {
        if (!c.take("syslog")) {
            if (c.more() && !c.peek().quoted() && !c.peek().getText().startsWith("/")) {
                c.welcome(List.of("syslog"));
                c.expected("\"syslog\" or a path that begins with /");
                return;
            }
            settings.log = new LogTarget.ToFile(path());
            return;
        }
        String facility = "";
        if (c.take("facility")) {
            facility = facility();
        }
        settings.log = new LogTarget.Syslog(facility);
    }

    private String facility() {
        String facility = c.more() ? c.peek().getText().toLowerCase(Locale.ROOT) : "";
        if (FACILITIES.contains(facility)) {
            c.next();
        } else {
            c.welcome(FACILITIES);
            c.unknown("facility", "log");
        }
        return facility;
    }

    // ---- limits

    private void limits() {
        Word open = c.peek();
        if (!c.take(MonitParser.OPEN)) {
            c.expected("\"{\"");
            return;
        }
        while (c.more() && !c.at(MonitParser.CLOSE)) {
            limit();
        }
        if (!c.spent() && !c.take(MonitParser.CLOSE)) {
            c.complain(Diagnostic.error(open.span(), "this brace is never closed", "expected a \"}\" after the limits").see("limits"));
        }
    }

    private void limit() {
        for (Limit limit : Limit.ALL) {
            if (c.take(limit.name())) {
                settings.limit(limit.name(), switch (limit.kind()) {
                    case SIZE -> size();
                    case TIME -> values.time("the limit").toMillis();
                    case COUNT -> count();
                });
                return;
            }
        }
        c.unknown("limit", "limits");
    }

    private long count() {
        Word number = c.peek();
        long count = values.whole("a number");
        if (!c.spent() && count == 0) {
            c.complain(Diagnostic.error(number.span(), "this limit lets nothing happen", "expected 1 or more").see("limits"));
        }
        return count;
    }

    /** In bytes, unless a unit says otherwise. */
    private long size() {
        double number = values.decimal("a size");
        c.welcome(Units.SIZE_WORDS);
        Optional<Long> unit = c.more() && !c.peek().quoted() ? Units.size(c.peek().getText()) : Optional.empty();
        if (unit.isPresent()) {
            c.next();
        }
        return (long) (number * unit.orElse(1L));
    }

    private void tls() {
        var reader = new TlsReader(c);
        if (!c.at(MonitParser.OPEN)) {
            c.expected("\"{\"");
            return;
        }
        reader.options();
        settings.tls = c.spent() ? Tls.NONE : reader.tls();
    }
}
