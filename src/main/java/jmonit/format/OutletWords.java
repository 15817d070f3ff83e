package jmonit.format;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import jmonit.model.Command;
import jmonit.model.Outlet;
import jmonit.model.Url;
import jmonit.model.Way;

/** An outlet as a control file says it, with a mask for whatever is secret. */
final class OutletWords {

    private OutletWords() {
    }

    static String of(Outlet outlet, String mask) {
        return switch (outlet.way()) {
            // Whoever knows the whole address of most of them may write there.
            case Way.Web _ -> outlet.address() + " url \"" + place(outlet.url()) + "/" + mask + "\"" + secret(outlet, mask);
            case Way.Syslog way -> outlet.address() + " url \"" + (outlet.url().host().isEmpty() ? "unix://" + outlet.url().path() : place(outlet.url()))
                    + "\"" + syslog(way);
            case Way.Program(Command command) -> outlet.address() + " program " + RuleWords.quoted(RuleWords.command(command))
                    + RuleWords.runAs(command.runAs());
            case Way.Nats way -> nats(outlet, way, mask);
        };
    }

    private static String place(Url url) {
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        return url.scheme() + "://" + host + ":" + url.port();
    }

    private static String secret(Outlet outlet, String mask) {
        return outlet.secret().isEmpty() ? "" : " " + outlet.kind().secretWord() + " \"" + mask + "\"";
    }

    private static String syslog(Way.Syslog way) {
        return " facility " + Way.Syslog.FACILITIES.get(way.facility()) + " tag " + RuleWords.word(way.tag()) + switch (way.form()) {
            case RFC5424 -> " format rfc5424 data " + RuleWords.word(way.dataId());
            case RFC3164, LOCAL -> " format rfc3164";
        };
    }

    private static String nats(Outlet outlet, Way.Nats way, String mask) {
        String servers = Stream.concat(Stream.of(outlet.url()), way.others().stream()).map(u -> "\"" + login(u, mask) + "\"")
                .collect(Collectors.joining(" "));
        return "nats " + servers + secret(outlet, mask) + path("nkey", way.login().seed()) + path("credentials", way.login().credentials())
                + " subject " + way.subject() + (way.stream().isEmpty() ? "" : " stream " + way.stream()) + status(way.status());
    }

    private static String login(Url url, String mask) {
        // A user without a password is a token.
        String login = url.password().isEmpty() ? mask : url.user() + ":" + mask;
        return url.user().isEmpty() ? place(url) : place(url).replace("://", "://" + login + "@");
    }

    private static String path(String word, String path) {
        return path.isEmpty() ? "" : " " + word + " " + RuleWords.word(path);
    }

    private static String status(Way.Status status) {
        if (!status.wanted()) {
            return " status never";
        }
        return status.every().isZero() ? "" : " status every " + LimitWords.time(status.every());
    }
}
