package jmonit.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

import jmonit.cli.link.Site;
import jmonit.model.Httpd;
import jmonit.model.Tls;

/** From what an operator writes to where a daemon answers. */
final class Address {

    private static final int PORT = 2812;
    private static final int LAST_PORT = 65535;

    private final Outside outside;

    Address(Outside outside) {
        this.outside = outside;
    }

    /** One the control file opens on this machine. As with Monit nobody asks it for a certificate: it may be any that serves. */
    static Site near(Httpd.Tcp tcp) {
        String host = switch (tcp.address()) {
            case "", "0.0.0.0" -> "127.0.0.1";
            case "::" -> "::1";
            default -> tcp.address();
        };
        return Site.port(host, tcp.port(), tls(tcp.tls().used(), false), Site.Kind.HTTPD);
    }

    static Site near(Httpd.Unix unix) {
        return Site.unix(unix.path(), Site.Kind.HTTPD);
    }

    private static Tls tls(boolean used, boolean verified) {
        var verify = verified ? Tls.Choice.YES : Tls.Choice.UNSAID;
        return new Tls(used, List.of(), verify, Tls.Choice.UNSAID, "", Tls.Paths.NONE, Tls.Sum.NONE, 0);
    }

    Site site(String url, boolean verified) throws IOException {
        URI uri = uri(url);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme();
        boolean root = uri.getPath() == null || uri.getPath().isEmpty() || uri.getPath().equals("/");
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web || uri.getHost() == null || !root || uri.getQuery() != null || uri.getFragment() != null || uri.getPort() > LAST_PORT) {
            throw wrong(url);
        }
        String host = uri.getHost().replaceAll("^\\[|\\]$", "");
        int port = uri.getPort() < 0 ? PORT : uri.getPort();
        Tls tls = tls(scheme.equals("https"), verified);
        return loggedIn(Site.port(host, port, tls, Site.Kind.FAR), uri.getUserInfo() == null ? "" : uri.getUserInfo());
    }

    private static URI uri(String url) throws Refused {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw wrong(url);
        }
    }

    /** What was written may hold a password, and is not said again. */
    private static Refused wrong(String url) {
        return new Refused("jmonit: " + (url.contains("@") ? "this" : "\"" + url + "\"")
                + " is no address of a daemon: --url takes http://user@host:2812/ or https://user@host:2812/");
    }

    private Site loggedIn(Site site, String user) throws IOException {
        if (user.contains(":")) {
            throw new Refused("jmonit: a password on the command line can be read by everybody on this machine:"
                    + " put it into JMONIT_PASSWORD, or leave it out and be asked for it");
        }
        return user.isEmpty() ? site : site.withLogin(user, password(user, site));
    }

    private String password(String user, Site site) throws IOException {
        String known = outside.environment("JMONIT_PASSWORD");
        if (known.isEmpty() && !outside.keyboard().there()) {
            throw new Refused("jmonit: no password for " + user + " at " + site.shown() + ": put it into JMONIT_PASSWORD");
        }
        return known.isEmpty() ? outside.keyboard().secret("Password of " + user + " at " + site.shown() + ": ") : known;
    }
}
