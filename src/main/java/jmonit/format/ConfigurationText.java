package jmonit.format;

import java.util.List;
import java.util.Locale;

import jmonit.model.Httpd;
import jmonit.model.Httpd.Access;
import jmonit.model.LogTarget;
import jmonit.model.MMonit;
import jmonit.model.MailServer;
import jmonit.model.Outlet;
import jmonit.model.Reaction;
import jmonit.model.Recipient;
import jmonit.model.Settings;
import jmonit.model.Url;

/** The settings that are in force, as a control file says them; whatever is secret is masked. */
final class ConfigurationText {

    static final String MASK = "****";

    private final StringBuilder out;

    ConfigurationText(StringBuilder out) {
        this.out = out;
    }

    void write(Settings settings) {
        daemon(settings.poll());
        files(settings.files());
        line("set onreboot " + settings.onReboot().name().toLowerCase(Locale.ROOT));
        if (!settings.mail().queue().directory().isEmpty()) {
            line("set eventqueue basedir " + RuleWords.word(settings.mail().queue().directory())
                    + (settings.mail().queue().slots() == Settings.Queue.UNLIMITED ? "" : " slots " + settings.mail().queue().slots())
                    + (settings.mail().queue().each() == Settings.Queue.UNLIMITED ? "" : " each " + settings.mail().queue().each())
                    + (settings.mail().queue().keep().isZero() ? "" : " keep " + LimitWords.time(settings.mail().queue().keep())));
        }
        mail(settings.mail());
        settings.mmonits().forEach(this::collector);
        settings.outlets().forEach(this::outlet);
        httpd(settings.httpd());
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void daemon(Settings.Poll poll) {
        if (poll.seconds() > 0) {
            line("set daemon " + poll.seconds() + (poll.startDelay() > 0 ? " with start delay " + poll.startDelay() : "")
                    + (poll.reaction() == Reaction.CYCLE ? " reaction cycle" : ""));
        }
    }

    private void files(Settings.Files files) {
        switch (files.log()) {
            case LogTarget.None _ -> { }
            case LogTarget.ToFile(String path) -> line("set log " + RuleWords.word(path));
            case LogTarget.Syslog(String facility) -> line("set log syslog" + (facility.isEmpty() ? "" : " facility " + facility));
        }
        file("pidfile", files.pid());
        file("idfile", files.id());
        file("statefile", files.state());
    }

    private void file(String word, String path) {
        if (!path.isEmpty()) {
            line("set " + word + " " + RuleWords.word(path));
        }
    }

    private void outlet(Outlet outlet) {
        line("set " + OutletWords.of(outlet, MASK) + " with timeout " + LimitWords.time(outlet.timeout()));
    }

    private void mail(Settings.Mail mail) {
        for (MailServer server : mail.servers()) {
            line("set mailserver " + RuleWords.word(server.host()) + " port " + server.port()
                    + (server.user().isEmpty() ? "" : " username " + RuleWords.quoted(server.user()) + " password \"" + MASK + "\"")
                    + (server.tls().used() ? " using tls" : "") + " with timeout " + LimitWords.time(mail.timeout()));
        }
        manners(mail.manners());
        recipients("set alert ", mail.recipients());
    }

    private void manners(Settings.Manners manners) {
        if (!manners.grouping().isZero()) {
            line("set alert grouping " + LimitWords.time(manners.grouping()));
        }
        if (!manners.dependents()) {
            line("set alert dependents silent");
        }
        if (manners.context() != Settings.Wish.USUAL) {
            line("set alert context " + (manners.context() == Settings.Wish.ON ? "enable" : "disable"));
        }
    }

    void recipients(String begin, List<Recipient> recipients) {
        for (Recipient recipient : recipients) {
            line(begin + RuleWords.word(recipient.address()).replace("\"", "")
                    + (recipient.reminder() > 0 ? " with reminder on " + recipient.reminder() + " cycles" : ""));
        }
    }

    private void collector(MMonit collector) {
        line("set mmonit " + url(collector.url()) + " with timeout " + LimitWords.time(collector.timeout())
                + (collector.hostGroups().isEmpty() ? "" : " hostgroups [" + String.join(", ", collector.hostGroups()) + "]"));
    }

    private static String url(Url url) {
        String login = url.user().isEmpty() ? "" : url.user() + ":" + MASK + "@";
        return url.scheme() + "://" + login + url.host() + ":" + url.port() + url.request();
    }

    private void httpd(Httpd httpd) {
        if (!httpd.on()) {
            return;
        }
        line("set httpd");
        for (Httpd.Tcp tcp : httpd.tcp()) {
            line("    port " + tcp.port() + (tcp.address().isEmpty() ? "" : " address " + RuleWords.word(tcp.address()))
                    + (tcp.tls().used() ? " with ssl" : "") + (tcp.readOnly() ? " read-only" : ""));
        }
        for (Httpd.Unix unix : httpd.unix()) {
            line("    unixsocket " + RuleWords.word(unix.path()) + (unix.readOnly() ? " read-only" : ""));
        }
        line("    signature " + (httpd.manners().signature() ? "enable" : "disable"));
        if (httpd.manners().credentials()) {
            line("    credentials in status");
        }
        if (httpd.manners().tokenless()) {
            line("    tokenless posts");
        }
        httpd.access().forEach(a -> line("    allow " + access(a)));
    }

    private static String access(Access access) {
        return switch (access) {
            case Access.Net(String spec) -> spec;
            case Access.User(String name, _, boolean readOnly) -> RuleWords.word(name) + ":\"" + MASK + "\"" + readOnly(readOnly);
            case Access.Group(String name, boolean readOnly) -> "@" + name + readOnly(readOnly);
            case Access.PasswordFile(String path, String digest, List<String> users, boolean readOnly) ->
                    digest + " " + RuleWords.word(path) + " " + String.join(" ", users) + readOnly(readOnly);
        };
    }

    private static String readOnly(boolean readOnly) {
        return readOnly ? " read-only" : "";
    }
}
