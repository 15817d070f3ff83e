package jmonit.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import jmonit.catalog.Limit;
import jmonit.model.Httpd;
import jmonit.model.Limits;
import jmonit.model.LogTarget;
import jmonit.model.MMonit;
import jmonit.model.MailFormat;
import jmonit.model.Maintenance;
import jmonit.model.MailServer;
import jmonit.model.Outlet;
import jmonit.model.Reaction;
import jmonit.model.Recipient;
import jmonit.model.Settings;

/** The settings as Monit lists them under "Runtime constants". */
final class SettingsText {

    private static final int WIDTH = 19;
    private static final int SHOWN_OF_MESSAGE = 20;

    private final Places places;
    private final KnownHosts hosts;
    private final Appendable out;

    SettingsText(Places places, KnownHosts hosts, Appendable out) {
        this.places = places;
        this.hosts = hosts;
        this.out = out;
    }

    void print(Settings settings) throws IOException {
        out.append("Runtime constants:\n");
        files(settings.files());
        line("Debug", "True");
        line("Log", settings.files().log() instanceof LogTarget.None ? "False" : "True");
        line("Use syslog", settings.files().log() instanceof LogTarget.Syslog ? "True" : "False");
        line("Is Daemon", settings.poll().seconds() > 0 ? "True" : "False");
        line("Use process engine", "True");
        limits(settings.limits());
        line("On reboot", settings.onReboot().name().toLowerCase(Locale.ROOT));
        line("Poll time", settings.poll().seconds() + " seconds with start delay " + settings.poll().startDelay() + " seconds");
        if (settings.poll().reaction() == Reaction.CYCLE) {
            line("Reaction", "cycle");
        }
        queue(settings.mail().queue());
        manners(settings.mail().manners());
        if (settings.tls().hasOptions()) {
            line("SSL options", TlsText.options(settings.tls()));
        }
        collectors(settings.mmonits());
        outlets(settings.outlets());
        mailServers(settings.mail());
        mailFormat(settings.mail().format());
        httpd(settings.httpd());
        maintenance(settings.maintenance());
        for (Recipient recipient : settings.mail().recipients().reversed()) {
            ServiceText.recipient(recipient, out, WIDTH);
        }
    }

    private void line(String label, String text) throws IOException {
        ServiceText.line(out, WIDTH, label.isEmpty() ? "" : " " + label, text);
    }

    private void files(Settings.Files files) throws IOException {
        line("Control file", places.controlFile());
        line("Log file", switch (files.log()) {
            case LogTarget.None _ -> "(not defined)";
            case LogTarget.ToFile(String path) -> path;
            case LogTarget.Syslog _ -> "syslog";
        });
        line("Pid file", files.pid().isEmpty() ? places.pidFile() : files.pid());
        line("Id file", files.id().isEmpty() ? places.idFile() : files.id());
        line("State file", files.state().isEmpty() ? places.stateFile() : files.state());
    }

    private void limits(Limits limits) throws IOException {
        line("Limits", "{");
        for (Limit limit : Limit.ALL) {
            switch (limit.kind()) {
                case SIZE -> limit(limit, limits.size(limit.name()), Numbers.size(limits.size(limit.name())));
                case TIME -> limit(limit, limits.time(limit.name()).toMillis(), Numbers.time(limits.time(limit.name())));
                case COUNT -> limit(limit, limits.count(limit.name()), String.valueOf(limits.count(limit.name())));
            }
        }
        line("", "}");
    }

    private void limit(Limit limit, long value, String text) throws IOException {
        if (limit.shows(value)) {
            line("", "  " + (limit.name() + ":" + " ".repeat(18)).substring(0, Math.max(19, limit.name().length() + 1)) + text);
        }
    }

    private void queue(Settings.Queue queue) throws IOException {
        if (!queue.directory().isEmpty()) {
            String slots = queue.slots() == Settings.Queue.UNLIMITED ? "unlimited" : String.valueOf(queue.slots());
            line("Event queue", "base directory " + queue.directory() + " with " + slots + " slots"
                    + (queue.each() == Settings.Queue.UNLIMITED ? "" : ", " + queue.each() + " for each receiver")
                    + (queue.keep().isZero() ? "" : ", kept for " + Numbers.time(queue.keep())));
        }
    }

    private void manners(Settings.Manners manners) throws IOException {
        if (!manners.grouping().isZero()) {
            line("Alerts grouped", "for " + Numbers.time(manners.grouping()));
        }
        if (!manners.dependents()) {
            line("Alert dependents", "silent");
        }
        if (manners.context() != Settings.Wish.USUAL) {
            line("Alert context", manners.context() == Settings.Wish.ON ? "Enabled" : "Disabled");
        }
    }

    private void collectors(List<MMonit> collectors) throws IOException {
        for (int i = 0; i < collectors.size(); i++) {
            MMonit collector = collectors.get(i);
            line(i == 0 ? "M/Monit(s)" : "", collector.url() + " with timeout " + Numbers.time(collector.timeout())
                    + TlsText.of(collector.tls())
                    + (collector.hostGroups().isEmpty() ? "" : " with hostgroups [" + String.join(", ", collector.hostGroups()) + "]")
                    + (collector.registersCredentials() && !collector.url().user().isEmpty() ? " with credentials" : "")
                    + (i + 1 < collectors.size() ? "," : ""));
        }
    }

    private void maintenance(List<Maintenance> windows) throws IOException {
        for (Maintenance window : windows) {
            line("Maintenance", window.hours().text() + " for " + window.scope().text() + (window.acts() ? "" : " in passive mode")
                    + (window.reason().isEmpty() ? "" : " because of " + window.reason()));
        }
    }

    /** Not the address: who knows it may write there. */
    private void outlets(List<Outlet> outlets) throws IOException {
        for (Outlet outlet : outlets) {
            line("Alerts by", outlet.address() + (outlet.name().equals(outlet.place()) ? "" : " at " + outlet.place()) + " with timeout "
                    + Numbers.time(outlet.timeout()) + TlsText.of(outlet.tls()));
        }
    }

    /** Monit always says 30 s here, whatever the timeout. */
    private void mailServers(Settings.Mail mail) throws IOException {
        if (!mail.servers().isEmpty()) {
            line("Mail server(s)", mail.servers().stream().map(SettingsText::mailServer).collect(Collectors.joining(", ")) + " with timeout 30 s"
                    + (mail.helloName().isEmpty() ? "" : " using '" + mail.helloName() + "' as my hostname"));
        }
    }

    private static String mailServer(MailServer server) {
        return server.host() + ":" + server.port() + TlsText.of(server.tls());
    }

    private void mailFormat(MailFormat format) throws IOException {
        if (format.equals(MailFormat.DEFAULT)) {
            return;
        }
        line("Mail from", format.from().equals(MailFormat.Mailbox.NONE) ? "jmonit@$HOST" : mailbox(format.from()));
        if (!format.replyTo().equals(MailFormat.Mailbox.NONE)) {
            line("Mail reply to", mailbox(format.replyTo()));
        }
        line("Mail subject", format.subject().isEmpty() ? "jmonit alert --  $EVENT $SERVICE" : format.subject());
        line("Mail message", start(format.message().isEmpty() ? "$EVENT Service $SERVICE" : format.message()) + "..(truncated)");
    }

    /** The first bytes, as C cuts a text. */
    private static String start(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new String(Arrays.copyOf(bytes, Math.min(SHOWN_OF_MESSAGE, bytes.length)), StandardCharsets.UTF_8);
    }

    private static String mailbox(MailFormat.Mailbox mailbox) {
        return mailbox.name().isEmpty() ? mailbox.address() : mailbox.name() + " <" + mailbox.address() + ">";
    }

    private void httpd(Httpd httpd) throws IOException {
        line("Start monit httpd", httpd.on() ? "True" : "False");
        for (Httpd.Tcp tcp : httpd.tcp()) {
            line("httpd bind address", tcp.address().isEmpty() ? "Any/All" : tcp.address());
            line("httpd portnumber", String.valueOf(tcp.port()));
            line("httpd net readonly", tcp.readOnly() ? "Enabled" : "Disabled");
            if (tcp.tls().hasOptions()) {
                line("httpd encryption", TlsText.options(tcp.tls()));
            }
        }
        for (Httpd.Unix unix : httpd.unix()) {
            line("httpd unix socket", unix.path());
            line("httpd unix readonly", unix.readOnly() ? "Enabled" : "Disabled");
        }
        if (httpd.on()) {
            line("httpd signature", httpd.manners().signature() ? "Enabled" : "Disabled");
            if (httpd.manners().credentials()) {
                line("httpd credentials", "In status");
            }
            if (httpd.manners().tokenless()) {
                line("httpd posts", "Tokenless");
            }
            line("httpd auth. style", authentication(httpd));
        }
    }

    private String authentication(Httpd httpd) {
        boolean users = httpd.access().stream().anyMatch(a -> !(a instanceof Httpd.Access.Net));
        boolean nets = httpd.access().stream().anyMatch(a -> a instanceof Httpd.Access.Net(String spec) && hosts.find(spec));
        if (users) {
            return nets ? "Basic Authentication and Host/Net allow list" : "Basic Authentication";
        }
        return nets ? "Host/Net allow list" : "No authentication!";
    }
}
