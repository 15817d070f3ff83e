package jmonit.config;

import java.util.HashSet;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.Httpd;
import jmonit.model.Httpd.Access;
import jmonit.model.MMonit;
import jmonit.model.Origin;
import jmonit.model.Settings;

/** Whether the web server lets in whom it should: the operator and the collector. Nothing here is looked up in the DNS. */
final class WebAccess {

    private final Httpd httpd;
    private final Settings settings;
    private final Origin where;
    private final Found found;

    WebAccess(Settings settings, Origin where, Found found) {
        this.httpd = settings.httpd();
        this.settings = settings;
        this.where = where;
        this.found = found;
    }

    void check() {
        invalidNetworks();
        repeatedUsers();
        if (httpd.on() && httpd.access().stream().noneMatch(WebAccess::opens)) {
            // Monit 5.33 does not start it then, nor where each "allow" is invalid; seen by experiment.
            warn("nobody may use the web server, so it is not started", "add \"allow localhost\" or \"allow user:password\"", "httpd");
        }
        if (!settings.mmonits().isEmpty()) {
            collector();
        }
    }

    private void invalidNetworks() {
        httpd.access().forEach(access -> {
            if (access instanceof Access.Net(String spec) && !Networks.valid(spec)) {
                warn("\"" + spec + "\" is no host or network, so \"allow\" lets nobody in for it",
                        "write an address such as 10.0.0.1, or a network such as 10.0.0.0/8", "httpd");
            }
        });
    }

    private void repeatedUsers() {
        var names = new HashSet<String>();
        httpd.access().forEach(access -> {
            if (access instanceof Access.User(String name, _, _) && !names.add(name)) {
                warn("user \"" + name + "\" is allowed twice, and only the first password counts", "remove one of the two", "httpd");
            }
        });
    }

    private static boolean opens(Access access) {
        return switch (access) {
            case Access.Net(String spec) -> Networks.valid(spec);
            case Access.User _, Access.Group _, Access.PasswordFile _ -> true;
        };
    }

    private void collector() {
        if (!httpd.on()) {
            warn("a collector is set, but no web server for it to manage services with",
                    "add \"set httpd port 2812\" and an \"allow\"", "mmonit");
        } else if (httpd.tcp().isEmpty()) {
            warn("a collector cannot reach a web server that only listens on a Unix socket", "add \"port 2812\" to \"set httpd\"", "mmonit");
        } else if (settings.mmonits().stream().anyMatch(MMonit::registersCredentials)
                && httpd.access().stream().noneMatch(WebAccess::tellable)) {
            warn("a collector is to be told a user and password, but \"set httpd\" has none to tell",
                    "add \"allow user:password\" to \"set httpd\", or \"register without credentials\" to \"set mmonit\"", "mmonit");
        }
    }

    /** A user whose password we know, and who may act. */
    private static boolean tellable(Access access) {
        return switch (access) {
            case Access.User(_, _, boolean readOnly) -> !readOnly;
            case Access.PasswordFile(_, String digest, _, boolean readOnly) -> digest.equals("cleartext") && !readOnly;
            case Access.Net _, Access.Group _ -> false;
        };
    }

    private void warn(String message, String help, String topic) {
        found.add(Diagnostic.warning(where.file(), where.line(), message).help(help).see(topic));
    }
}
