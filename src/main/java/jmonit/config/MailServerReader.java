package jmonit.config;

import java.util.List;

import jmonit.diagnostic.Diagnostic;
import jmonit.diagnostic.Suggest;
import jmonit.model.MailServer;

/** Reads {@code set mailserver}: one server after the other, then what holds for all of them. */
final class MailServerReader {

    private static final List<String> OPTIONS = List.of("port", "username", "password", "ssl", "tls", "certificate", "timeout", "hostname",
            "tlsv1", "tlsv11", "tlsv12", "tlsv13", "sslauto", "checksum", "using", "with");

    private final SettingsDraft settings;
    private final Cursor c;
    private final Values values;
    private TlsReader tls;
    private String user = "";
    private String password = "";
    private int port = 25;

    MailServerReader(SettingsDraft settings, Cursor cursor) {
        this.settings = settings;
        this.c = cursor;
        this.values = new Values(cursor);
        this.tls = new TlsReader(cursor);
    }

    void read() {
        settings.mailTimeout = SettingsDraft.MAIL_TIMEOUT;
        settings.helloName = "";
        do {
            server();
        } while (c.more() && !isCommon());
        while (c.more() && common()) {
            // each turn takes one option
        }
        c.welcome(OPTIONS);
        if (c.more()) {
            c.unknown("option", "mailserver");
        }
    }

    private boolean isCommon() {
        return c.at("timeout") || c.at("hostname");
    }

    private boolean common() {
        if (c.take("timeout")) {
            settings.mailTimeout = values.time("the timeout");
        } else if (c.take("hostname")) {
            settings.helloName = c.value("a host name");
        } else {
            return false;
        }
        return true;
    }

    private void server() {
        Word word = c.peek();
        if (c.headOfLineAfter(word)) {
            return;
        }
        if (c.at(MonitParser.NUMBER) || c.more() && !c.peek().quoted() && c.peek().getText().matches("[^:]+:[^:]*")) {
            c.complain(Diagnostic.error(word.span(), "\"" + word.getText() + "\" is not the name of a mail server", "expected a name or an address")
                    .help("a port has its own word: localhost port 25").see("mailserver"));
        }
        String host = c.strictValue("the name of a mail server");
        Suggest.nearest(word.getText(), OPTIONS).filter(o -> !word.quoted()).ifPresent(option ->
                warnOfServer(word, option));
        if (word.is("auth") || word.is("login") || word.is("plain")) {
            c.warn(Diagnostic.warning(word.span(), "\"" + word.getText() + "\" is read as the name of a mail server",
                    "a log-in is chosen by what the server offers").see("mailserver"));
        }
        if (host.isEmpty()) {
            c.warn(Diagnostic.warning(word.span(), "a mail server needs a name", "this one is empty").see("mailserver"));
        }
        if (host.startsWith("/") || host.contains("://") || !word.quoted() && host.indexOf('@') >= 0) {
            c.complain(Diagnostic.error(word.span(), "\"" + host + "\" is no name of a host", "expected a name or an address").see("mailserver"));
        }
        tls = new TlsReader(c);
        user = "";
        password = "";
        port = 25;
        while (c.more() && option()) {
            // each turn takes one option
        }
        if (!c.spent()) {
            settings.mailServers.add(new MailServer(host, port, user, password, tls.tls()));
        }
    }

    private void warnOfServer(Word word, String option) {
        c.suspects().word(word, option);
        c.warn(Diagnostic.warning(word.span(), "\"" + word.getText() + "\" is read as the name of a mail server",
                "expected an option of the server before it").help(Wording.didYouMean(option)).see("mailserver"));
    }

    private boolean option() {
        if (c.take("port")) {
            port = values.small("a port number");
        } else if (c.take("username")) {
            user = c.value("a user name");
        } else if (c.take("password")) {
            password = c.value("a password");
        } else {
            return tls.ssl() || tls.certificate() || tls.oldVersion();
        }
        return true;
    }
}
