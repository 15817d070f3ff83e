package jmonit.model;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Whoever is told of events otherwise than by mail, under a name of the operator's choice. Texts are empty where they are not said.
 *
 * @param secret what the other side knows us by
 * @param room where in it the message goes
 * @param template the body of a webhook
 */
public record Outlet(Kind kind, String name, Url url, String secret, String room, String template, Tls tls, Duration timeout, Way way) {

    /** One that is told by web requests. */
    public Outlet(Kind kind, String name, Url url, String secret, String room, String template, Tls tls, Duration timeout) {
        this(kind, name, url, secret, room, template, tls, timeout, Way.WEB);
    }

    /** The word of the language for each, where it listens if nobody says, and what its secret is called. */
    public enum Kind {
        WEBHOOK("", "secret", false),
        SLACK("", "", false),
        MATTERMOST("", "", false),
        DISCORD("", "", false),
        TEAMS("", "", false),
        TELEGRAM("https://api.telegram.org", "token", true),
        PAGERDUTY("https://events.pagerduty.com", "key", true),
        OPSGENIE("https://api.opsgenie.com", "key", true),
        NTFY("", "token", false),
        GOTIFY("", "token", true),
        ALERTMANAGER("", "", false),
        SYSLOG("unix:///dev/log", "", false),
        EXEC("", "", false),
        NATS("", "token", false);

        public static final List<String> KEYWORDS = java.util.Arrays.stream(values()).map(Kind::keyword).toList();

        private final String home;
        private final String secretWord;
        private final boolean secretNeeded;

        Kind(String home, String secretWord, boolean secretNeeded) {
            this.home = home;
            this.secretWord = secretWord;
            this.secretNeeded = secretNeeded;
        }

        public String keyword() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Its public address, empty where each has its own. */
        public String home() {
            return home;
        }

        /** Empty where it has none but its address. */
        public String secretWord() {
            return secretWord;
        }

        public boolean secretNeeded() {
            return secretNeeded;
        }

        /** Whether what it is told opens something that somebody or something must close again. */
        public boolean opensIncidents() {
            return this == PAGERDUTY || this == OPSGENIE || this == ALERTMANAGER;
        }

        /** Whether it hears of each event in a message of its own, as it keeps account of them. */
        public boolean takesEachByItself() {
            return opensIncidents() || this == SYSLOG || this == NATS;
        }

        /** Whether it is told of everything, and nobody is asked. */
        public boolean hearsAll() {
            return this == NATS;
        }
    }

    /** Names it in {@code alert}, in the queue and in the log. */
    public String address() {
        return address(kind, name);
    }

    public static String address(Kind kind, String name) {
        return kind.keyword() + " " + name;
    }

    /** Whether it says something that others must not read; of most, the address is all it takes to write there. */
    public boolean confidential() {
        boolean others = way instanceof Way.Nats nats && nats.others().stream().anyMatch(u -> !u.user().isEmpty());
        return way instanceof Way.Web && kind != Kind.ALERTMANAGER && kind != Kind.NTFY || !secret.isEmpty() || !url.user().isEmpty() || others;
    }

    /** Where it is, as everybody may know. */
    public String place() {
        return switch (way) {
            case Way.Web _, Way.Nats _ -> url.host() + ":" + url.port();
            case Way.Syslog _ -> url.host().isEmpty() ? url.path() : url.scheme() + "://" + url.host() + ":" + url.port();
            case Way.Program(Command command) -> command.program();
        };
    }

    /** Without what only we and the other side know, which may be the path of its address. */
    @Override
    public String toString() {
        return "Outlet[" + address() + " at " + place() + "]";
    }
}
